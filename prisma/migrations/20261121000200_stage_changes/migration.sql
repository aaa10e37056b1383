-- CreateTable
CREATE TABLE "StageChange" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stageId" UUID NOT NULL,
    "opensBefore" TIMESTAMPTZ(6) NOT NULL,
    "closesBefore" TIMESTAMPTZ(6) NOT NULL,
    "reason" TEXT NOT NULL,
    "changedById" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StageChange_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateIndex
CREATE INDEX "StageChange_organizerId_stageId_idx" ON "StageChange"("organizerId", "stageId");

-- AddForeignKey
ALTER TABLE "StageChange" ADD CONSTRAINT "StageChange_organizerId_stageId_fkey" FOREIGN KEY ("organizerId", "stageId") REFERENCES "Stage"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
