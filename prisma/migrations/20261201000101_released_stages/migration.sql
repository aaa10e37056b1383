-- Why a date was moved: by a person's act, or because the release of a selection ended its stage at that moment.
CREATE TYPE "StageChangeCause" AS ENUM ('MOVED', 'RELEASED');
ALTER TABLE "StageChange" ADD COLUMN "cause" "StageChangeCause" NOT NULL DEFAULT 'MOVED';

-- Selections that were released before while their stage still runs: it ended then, so that what follows can be moved.
WITH ended AS (
  SELECT s."organizerId", s.id, s."opensAt", s."closesAt", r."releasedById", r."releasedAt"
  FROM "Stage" s
  JOIN "SelectionRelease" r ON r."organizerId" = s."organizerId" AND r."editionId" = s."editionId"
  WHERE s.kind = 'ADMIN_SELECTION' AND s."opensAt" < r."releasedAt" AND s."closesAt" >= r."releasedAt" AND s."closesAt" > now()
), told AS (
  INSERT INTO "StageChange" ("organizerId", id, "stageId", "opensBefore", "closesBefore", reason, "changedById", "changedAt", cause)
  SELECT "organizerId", gen_random_uuid(), id, "opensAt", "closesAt", '', "releasedById", "releasedAt", 'RELEASED' FROM ended
)
UPDATE "Stage" s SET "closesAt" = ended."releasedAt" - interval '1 millisecond'
FROM ended WHERE s."organizerId" = ended."organizerId" AND s.id = ended.id;
