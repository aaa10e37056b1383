-- A decision about what the panel had decided on a ranking that counts no more and that the new one cannot take over.
ALTER TYPE "RulingKind" ADD VALUE 'CARRIED';
