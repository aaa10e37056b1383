-- A result may be frozen and composed again, and a published list put right: by new rows beside the old ones, which stay.

DROP INDEX "RankingSnapshot_organizerId_editionId_resultKey_key";
DROP INDEX "DecisionSet_organizerId_editionId_resultKey_key";

ALTER TABLE "RankingSnapshot" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Publication" ADD COLUMN "auditHash" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "auditSeq" BIGINT,
  ADD COLUMN "reason" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "snapshotSha256" TEXT NOT NULL DEFAULT '';

CREATE TABLE "SupersessionRequest" (
  "organizerId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "snapshotId" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "requestedById" UUID NOT NULL,
  "requestedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "withdrawnAt" TIMESTAMPTZ(6),
  CONSTRAINT "SupersessionRequest_pkey" PRIMARY KEY ("organizerId", "id")
);

CREATE TABLE "SnapshotSupersession" (
  "organizerId" UUID NOT NULL,
  "snapshotId" UUID NOT NULL,
  "requestId" UUID NOT NULL,
  "confirmedById" UUID NOT NULL,
  "confirmedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SnapshotSupersession_pkey" PRIMARY KEY ("organizerId", "snapshotId")
);

CREATE TABLE "SetReopening" (
  "organizerId" UUID NOT NULL,
  "id" UUID NOT NULL,
  "setId" UUID NOT NULL,
  "publicationId" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "reopenedById" UUID NOT NULL,
  "reopenedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "SetReopening_pkey" PRIMARY KEY ("organizerId", "id")
);

CREATE UNIQUE INDEX "RankingSnapshot_organizerId_editionId_resultKey_version_key" ON "RankingSnapshot"("organizerId", "editionId", "resultKey", "version");
CREATE UNIQUE INDEX "DecisionSet_organizerId_snapshotId_key" ON "DecisionSet"("organizerId", "snapshotId");
CREATE INDEX "DecisionSet_organizerId_editionId_resultKey_idx" ON "DecisionSet"("organizerId", "editionId", "resultKey");
CREATE INDEX "SupersessionRequest_organizerId_snapshotId_idx" ON "SupersessionRequest"("organizerId", "snapshotId");
CREATE UNIQUE INDEX "SnapshotSupersession_organizerId_requestId_key" ON "SnapshotSupersession"("organizerId", "requestId");
CREATE UNIQUE INDEX "SetReopening_organizerId_setId_publicationId_key" ON "SetReopening"("organizerId", "setId", "publicationId");

ALTER TABLE "SupersessionRequest" ADD CONSTRAINT "SupersessionRequest_organizerId_snapshotId_fkey" FOREIGN KEY ("organizerId", "snapshotId") REFERENCES "RankingSnapshot"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SnapshotSupersession" ADD CONSTRAINT "SnapshotSupersession_organizerId_snapshotId_fkey" FOREIGN KEY ("organizerId", "snapshotId") REFERENCES "RankingSnapshot"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SnapshotSupersession" ADD CONSTRAINT "SnapshotSupersession_organizerId_requestId_fkey" FOREIGN KEY ("organizerId", "requestId") REFERENCES "SupersessionRequest"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SetReopening" ADD CONSTRAINT "SetReopening_organizerId_setId_fkey" FOREIGN KEY ("organizerId", "setId") REFERENCES "DecisionSet"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SetReopening" ADD CONSTRAINT "SetReopening_organizerId_publicationId_fkey" FOREIGN KEY ("organizerId", "publicationId") REFERENCES "Publication"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER supersession_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "SnapshotSupersession"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reopening_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "SetReopening"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The ranking of a result that counts: the one that nothing has superseded.
CREATE VIEW "CurrentSnapshot" AS
  SELECT r."organizerId", r.id, r."editionId", r."resultKey", r.version, r.sha256, r."frozenById", r."frozenAt"
  FROM "RankingSnapshot" r
  WHERE NOT EXISTS (
    SELECT FROM "SnapshotSupersession" s WHERE s."organizerId" = r."organizerId" AND s."snapshotId" = r.id);
