-- Kinds of unit that provincial competitions give groups of their own.
ALTER TYPE "AgencyKind" ADD VALUE 'SCHOOL';
ALTER TYPE "AgencyKind" ADD VALUE 'VILLAGE';
