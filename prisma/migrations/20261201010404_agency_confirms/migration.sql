-- Who stated, by the name at that time; empty for what was stated before it was kept.
ALTER TABLE "SubmissionStatement" ADD COLUMN "agreedByName" TEXT NOT NULL DEFAULT '';

-- What the agency's admin confirms before endorsing: that those named have signed, that another unit's innovation may be entered.
CREATE TYPE "ConfirmationKind" AS ENUM ('SIGNATURES', 'OTHER_UNIT');

CREATE TABLE "AgencyConfirmation" (
    "organizerId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "kind" "ConfirmationKind" NOT NULL,
    "basis" TEXT NOT NULL,
    "confirmedById" UUID NOT NULL,
    "confirmedByName" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AgencyConfirmation_pkey" PRIMARY KEY ("organizerId","submissionId","kind")
);

ALTER TABLE "AgencyConfirmation" ADD CONSTRAINT "AgencyConfirmation_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
