-- The head of the audit chain when a receipt was written: kept by its agency, it tells a log that was cut or written anew.
ALTER TABLE "Receipt" ADD COLUMN "auditSeq" BIGINT, ADD COLUMN "auditHash" TEXT;
