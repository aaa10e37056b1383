-- A close that is to come earlier than announced: asked by one person of the secretariat, decided by another.
CREATE TABLE "EarlierClose" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stageId" UUID NOT NULL,
    "opensBefore" TIMESTAMPTZ(6) NOT NULL,
    "closesBefore" TIMESTAMPTZ(6) NOT NULL,
    "opensAt" TIMESTAMPTZ(6),
    "closesAt" TIMESTAMPTZ(6) NOT NULL,
    "shifts" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(6),
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(6),

    CONSTRAINT "EarlierClose_pkey" PRIMARY KEY ("organizerId","id")
);

CREATE INDEX "EarlierClose_organizerId_stageId_idx" ON "EarlierClose"("organizerId", "stageId");

ALTER TABLE "EarlierClose" ADD CONSTRAINT "EarlierClose_organizerId_stageId_fkey" FOREIGN KEY ("organizerId", "stageId") REFERENCES "Stage"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
