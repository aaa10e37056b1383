-- A decision about entries that a visit doubts or disqualifies.
ALTER TYPE "RulingKind" ADD VALUE 'VERDICT';
