-- One innovation enters an edition once. Entries that stand beside an earlier one already are marked and stay as they are.
ALTER TABLE "Submission" ADD COLUMN "enteredTwice" BOOLEAN NOT NULL DEFAULT false;

UPDATE "Submission" s SET "enteredTwice" = true
WHERE s.status <> 'WITHDRAWN' AND EXISTS (
  SELECT 1 FROM "Submission" e
  WHERE e."organizerId" = s."organizerId" AND e."editionId" = s."editionId" AND e."innovationId" = s."innovationId"
    AND e.status <> 'WITHDRAWN' AND (e."createdAt", e.id) < (s."createdAt", s.id));

CREATE UNIQUE INDEX "Submission_innovation_once" ON "Submission" ("organizerId", "editionId", "innovationId")
WHERE status <> 'WITHDRAWN' AND NOT "enteredTwice";

-- What the writers of a proposal answered when they were asked whether it is the same as another innovation of their government.
CREATE TABLE "RelatedAnswer" (
    "organizerId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "innovationId" UUID NOT NULL,
    "askedAs" TEXT NOT NULL,
    "isSame" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RelatedAnswer_pkey" PRIMARY KEY ("organizerId","submissionId","innovationId")
);

CREATE INDEX "RelatedAnswer_innovationId_idx" ON "RelatedAnswer"("innovationId");

ALTER TABLE "RelatedAnswer" ADD CONSTRAINT "RelatedAnswer_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RelatedAnswer" ADD CONSTRAINT "RelatedAnswer_innovationId_fkey" FOREIGN KEY ("innovationId") REFERENCES "Innovation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
