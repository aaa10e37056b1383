-- Rules in preparation, editions taken back, and proposals whose rules were replaced under them.
ALTER TABLE "Edition" ADD COLUMN "withdrawnAt" TIMESTAMPTZ(6), ADD COLUMN "withdrawnReason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Submission" ADD COLUMN "begunUnderId" UUID;

CREATE TABLE "EditionDraft" (
    "id" UUID NOT NULL,
    "organizerId" UUID,
    "replacesId" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(6),

    CONSTRAINT "EditionDraft_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "EditionDraft_organizerId_idx" ON "EditionDraft"("organizerId");
