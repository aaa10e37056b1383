-- A filed entry leaves the competition by the word of its owner and of its agency: one asks, the other answers.
CREATE TYPE "WithdrawalSide" AS ENUM ('OWNER', 'AGENCY');
CREATE TYPE "WithdrawalAnswer" AS ENUM ('AGREED', 'DECLINED', 'TAKEN_BACK');

CREATE TABLE "WithdrawalRequest" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "side" "WithdrawalSide" NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "WithdrawalAnswer",
    "answerReason" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(6),

    CONSTRAINT "WithdrawalRequest_pkey" PRIMARY KEY ("organizerId","id")
);

CREATE INDEX "WithdrawalRequest_organizerId_submissionId_idx" ON "WithdrawalRequest"("organizerId", "submissionId");
CREATE UNIQUE INDEX "WithdrawalRequest_one_open" ON "WithdrawalRequest" ("organizerId", "submissionId") WHERE answer IS NULL;

ALTER TABLE "WithdrawalRequest" ADD CONSTRAINT "WithdrawalRequest_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
