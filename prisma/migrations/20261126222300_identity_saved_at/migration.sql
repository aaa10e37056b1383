-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "identityAt" TIMESTAMPTZ(6);
