-- AlterTable
ALTER TABLE "SubmissionNote" ADD COLUMN     "answeredAt" TIMESTAMPTZ(6),
ADD COLUMN     "answeredById" UUID;
