-- AlterTable
ALTER TABLE "SelectionDecision" ALTER COLUMN "takenById" DROP NOT NULL;
