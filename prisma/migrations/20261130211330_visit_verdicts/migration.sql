-- What a visit says of an entry, without points. Its row of "Review" keeps version and hand-in, as for a scored sheet.
CREATE TYPE "VisitOutcome" AS ENUM ('CONFIRMED', 'DOUBTED', 'DISQUALIFIED');

CREATE TABLE "VisitVerdict" (
    "organizerId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "outcome" "VisitOutcome",
    "reason" TEXT NOT NULL DEFAULT '',
    "notes" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "VisitVerdict_pkey" PRIMARY KEY ("organizerId","assignmentId")
);

ALTER TABLE "VisitVerdict" ADD CONSTRAINT "VisitVerdict_organizerId_assignmentId_fkey" FOREIGN KEY ("organizerId", "assignmentId") REFERENCES "Review"("organizerId", "assignmentId") ON DELETE RESTRICT ON UPDATE CASCADE;
