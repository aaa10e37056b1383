-- CreateEnum
CREATE TYPE "RulingKind" AS ENUM ('MISSING', 'UNFILLED');

-- CreateTable
CREATE TABLE "DecisionRuling" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "setId" UUID NOT NULL,
    "kind" "RulingKind" NOT NULL,
    "levelKey" TEXT NOT NULL,
    "codes" TEXT[],
    "entries" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(6),

    CONSTRAINT "DecisionRuling_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateIndex
CREATE INDEX "DecisionRuling_organizerId_setId_idx" ON "DecisionRuling"("organizerId", "setId");

-- AddForeignKey
ALTER TABLE "DecisionRuling" ADD CONSTRAINT "DecisionRuling_organizerId_setId_fkey" FOREIGN KEY ("organizerId", "setId") REFERENCES "DecisionSet"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was decided stays as it was said; all that may follow is that it is withdrawn, once.
CREATE FUNCTION refuse_other_than_withdrawing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."withdrawnAt" IS NULL AND NEW."withdrawnAt" IS NOT NULL
    AND to_jsonb(NEW) - 'withdrawnAt' - 'withdrawnById' = to_jsonb(OLD) - 'withdrawnAt' - 'withdrawnById' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is only withdrawn', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER ruling_only_withdrawn BEFORE UPDATE OR DELETE ON "DecisionRuling"
  FOR EACH ROW EXECUTE FUNCTION refuse_other_than_withdrawing();
