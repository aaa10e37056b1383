-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "videoUrl" TEXT NOT NULL DEFAULT '';
