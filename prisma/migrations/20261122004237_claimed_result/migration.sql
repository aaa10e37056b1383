-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "claimedResult" TEXT NOT NULL DEFAULT '';
