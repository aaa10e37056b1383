-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('SUPER_ADMIN', 'AUDITOR', 'SECRETARIAT', 'PUBLISHER', 'ADMIN_SELECTOR', 'EVALUATOR', 'PANELIST', 'AGENCY_ADMIN', 'INNOVATOR');

-- CreateEnum
CREATE TYPE "AgencyKind" AS ENUM ('MINISTRY', 'INSTITUTION', 'PROVINCE', 'REGENCY', 'CITY', 'SOE', 'REGIONAL_SOE', 'AGENCY_UNIT', 'SERVICE_UNIT');

-- CreateEnum
CREATE TYPE "StageKind" AS ENUM ('REGISTRATION', 'ADMIN_SELECTION', 'EVALUATION', 'PRESENTATION', 'FIELD_VISIT', 'ANNOUNCEMENT', 'AWARD');

-- CreateEnum
CREATE TYPE "DecisionStatus" AS ENUM ('DRAFT', 'READY', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "PublicationState" AS ENUM ('PROVISIONAL', 'FINAL');

-- CreateEnum
CREATE TYPE "MoveDirection" AS ENUM ('IN', 'OUT');

-- CreateEnum
CREATE TYPE "PublicationFileKind" AS ENUM ('HTML_ID', 'HTML_EN', 'CSV', 'JSON');

-- CreateEnum
CREATE TYPE "CheckVerdict" AS ENUM ('MET', 'NOT_MET', 'NOT_APPLICABLE');

-- CreateEnum
CREATE TYPE "SelectionOutcome" AS ENUM ('PASS', 'FAIL');

-- CreateEnum
CREATE TYPE "SubmissionStatus" AS ENUM ('DRAFT', 'AGENCY_REVIEW', 'RETURNED', 'ENDORSED', 'SUBMITTED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" TEXT NOT NULL DEFAULT '',
    "passwordHash" TEXT,
    "suspendedAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "editionId" UUID,
    "agencyId" UUID,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "idHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "membershipId" UUID,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "endedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("idHash")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "editionId" UUID,
    "agencyId" UUID,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(6),
    "acceptedById" UUID,
    "revokedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMP(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Agency" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "AgencyKind" NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" UUID,
    "provinceCode" TEXT,

    CONSTRAINT "Agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "seq" BIGINT NOT NULL,
    "at" TEXT NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "editionId" UUID,
    "body" TEXT NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(6),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeedMarker" (
    "name" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SeedMarker_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Organizer" (
    "id" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "contact" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Organizer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Competition" (
    "id" UUID NOT NULL,
    "organizerId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "nameId" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "Competition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "organizerId" UUID NOT NULL,
    "competitionId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "nameId" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RulesVersion" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RulesVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stage" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "StageKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "opensAt" TIMESTAMPTZ(6) NOT NULL,
    "closesAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Stage_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateTable
CREATE TABLE "ResultLevel" (
    "organizerId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "resultKey" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "nameId" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ResultLevel_pkey" PRIMARY KEY ("organizerId","editionId","key")
);

-- CreateTable
CREATE TABLE "GroupInvitation" (
    "organizerId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "groupKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GroupInvitation_pkey" PRIMARY KEY ("organizerId","editionId","agencyId","groupKey")
);

-- CreateTable
CREATE TABLE "RankingSnapshot" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "resultKey" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "frozenById" UUID NOT NULL,
    "frozenAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RankingSnapshot_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateTable
CREATE TABLE "RankingEntry" (
    "organizerId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "submissionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "groupKey" TEXT NOT NULL,
    "total" TEXT,
    "readings" INTEGER NOT NULL,
    "lowest" TEXT,
    "highest" TEXT,
    "decidedBy" TEXT NOT NULL,

    CONSTRAINT "RankingEntry_pkey" PRIMARY KEY ("organizerId","snapshotId","rank")
);

-- CreateTable
CREATE TABLE "DecisionSet" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "resultKey" TEXT NOT NULL,
    "snapshotId" UUID NOT NULL,
    "status" "DecisionStatus" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "composedById" UUID,
    "composedAt" TIMESTAMPTZ(6),

    CONSTRAINT "DecisionSet_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateTable
CREATE TABLE "DecisionMove" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "setId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "levelKey" TEXT NOT NULL,
    "direction" "MoveDirection" NOT NULL,
    "reason" TEXT NOT NULL,
    "movedById" UUID NOT NULL,
    "movedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionMove_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "resultKey" TEXT NOT NULL,
    "setId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "PublicationState" NOT NULL,
    "decreeNumber" TEXT NOT NULL DEFAULT '',
    "decreeDate" DATE,
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateTable
CREATE TABLE "PublicationEntry" (
    "organizerId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "submissionId" UUID NOT NULL,
    "innovationId" UUID NOT NULL,
    "levelKey" TEXT NOT NULL,
    "levelNameId" TEXT NOT NULL,
    "levelNameEn" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "unitName" TEXT NOT NULL,
    "agencyName" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "groupNameId" TEXT NOT NULL,
    "groupNameEn" TEXT NOT NULL,
    "categoryNameId" TEXT NOT NULL,
    "categoryNameEn" TEXT NOT NULL,

    CONSTRAINT "PublicationEntry_pkey" PRIMARY KEY ("organizerId","publicationId","position")
);

-- CreateTable
CREATE TABLE "PublicationFile" (
    "organizerId" UUID NOT NULL,
    "publicationId" UUID NOT NULL,
    "kind" "PublicationFileKind" NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "PublicationFile_pkey" PRIMARY KEY ("organizerId","publicationId","kind")
);

-- CreateTable
CREATE TABLE "IntegrityPact" (
    "organizerId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "judgeId" UUID NOT NULL,
    "acceptedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "affiliation" TEXT NOT NULL,

    CONSTRAINT "IntegrityPact_pkey" PRIMARY KEY ("organizerId","editionId","judgeId")
);

-- CreateTable
CREATE TABLE "JudgeTie" (
    "organizerId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "judgeId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "isProvince" BOOLEAN NOT NULL,

    CONSTRAINT "JudgeTie_pkey" PRIMARY KEY ("organizerId","editionId","judgeId","code","isProvince")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stageId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "judgeId" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "assignedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recusedAt" TIMESTAMPTZ(6),
    "recusalReason" TEXT NOT NULL DEFAULT '',
    "skippedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateTable
CREATE TABLE "Review" (
    "organizerId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "finishedAt" TIMESTAMPTZ(6),
    "weightedSum" INTEGER,
    "remark" TEXT NOT NULL DEFAULT '',
    "savedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("organizerId","assignmentId")
);

-- CreateTable
CREATE TABLE "Score" (
    "organizerId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "criterionKey" TEXT NOT NULL,
    "mark" INTEGER NOT NULL,
    "remark" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Score_pkey" PRIMARY KEY ("organizerId","assignmentId","criterionKey")
);

-- CreateTable
CREATE TABLE "Standing" (
    "organizerId" UUID NOT NULL,
    "stageId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "readings" INTEGER NOT NULL,
    "sumTotal" BIGINT NOT NULL,
    "lowest" INTEGER NOT NULL,
    "highest" INTEGER NOT NULL,
    "mean" DECIMAL(20,10) NOT NULL,

    CONSTRAINT "Standing_pkey" PRIMARY KEY ("organizerId","stageId","submissionId")
);

-- CreateTable
CREATE TABLE "SelectionCheck" (
    "organizerId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "checkKey" TEXT NOT NULL,
    "verdict" "CheckVerdict" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "checkedById" UUID NOT NULL,
    "checkedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SelectionCheck_pkey" PRIMARY KEY ("organizerId","submissionId","checkKey")
);

-- CreateTable
CREATE TABLE "SelectionDecision" (
    "organizerId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "takenById" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "SelectionOutcome",
    "reasonKeys" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMPTZ(6),
    "secondById" UUID,
    "secondAt" TIMESTAMPTZ(6),

    CONSTRAINT "SelectionDecision_pkey" PRIMARY KEY ("organizerId","submissionId")
);

-- CreateTable
CREATE TABLE "SelectionRelease" (
    "organizerId" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "releasedById" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "passed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,

    CONSTRAINT "SelectionRelease_pkey" PRIMARY KEY ("organizerId","editionId")
);

-- CreateTable
CREATE TABLE "Innovation" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "agencyId" UUID,

    CONSTRAINT "Innovation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PastResult" (
    "id" UUID NOT NULL,
    "innovationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "agencyName" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "PastResult_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "rulesVersionId" UUID NOT NULL,
    "innovationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" "SubmissionStatus" NOT NULL DEFAULT 'DRAFT',
    "groupKey" TEXT NOT NULL,
    "categoryKey" TEXT NOT NULL,
    "unitId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "implementedSince" DATE NOT NULL,
    "signatory" TEXT NOT NULL DEFAULT '',
    "sourceText" TEXT NOT NULL DEFAULT '',
    "sourceInnovationId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "statusAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "organizerId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "sectionKey" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "isDone" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedById" UUID NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("organizerId","submissionId","sectionKey")
);

-- CreateTable
CREATE TABLE "AnswerVersion" (
    "organizerId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "sectionKey" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedById" UUID NOT NULL,

    CONSTRAINT "AnswerVersion_pkey" PRIMARY KEY ("organizerId","submissionId","sectionKey","version")
);

-- CreateTable
CREATE TABLE "SubmissionStatement" (
    "organizerId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "signer" TEXT NOT NULL,
    "agreedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agreedById" UUID NOT NULL,

    CONSTRAINT "SubmissionStatement_pkey" PRIMARY KEY ("organizerId","submissionId","key")
);

-- CreateTable
CREATE TABLE "SubmissionNote" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "sectionKey" TEXT,
    "body" TEXT NOT NULL,
    "writtenById" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SubmissionNote_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateTable
CREATE TABLE "StatusMove" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "from" "SubmissionStatus" NOT NULL,
    "to" "SubmissionStatus" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "movedById" UUID NOT NULL,
    "movedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StatusMove_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "organizerId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "agencyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "filedAt" TIMESTAMPTZ(6) NOT NULL,
    "filedById" UUID NOT NULL,

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("organizerId","id")
);

-- CreateTable
CREATE TABLE "ReceiptItem" (
    "organizerId" UUID NOT NULL,
    "receiptId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "ReceiptItem_pkey" PRIMARY KEY ("organizerId","receiptId","submissionId")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "userId" UUID NOT NULL,
    "key" UUID NOT NULL,
    "requestHash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Membership_editionId_role_idx" ON "Membership"("editionId", "role");

-- CreateIndex
CREATE INDEX "Membership_agencyId_role_idx" ON "Membership"("agencyId", "role");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_editionId_idx" ON "Invitation"("editionId");

-- CreateIndex
CREATE INDEX "Invitation_agencyId_idx" ON "Invitation"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Agency_code_key" ON "Agency"("code");

-- CreateIndex
CREATE INDEX "Agency_parentId_idx" ON "Agency"("parentId");

-- CreateIndex

-- CreateIndex
CREATE INDEX "Agency_kind_name_idx" ON "Agency"("kind", "name");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_idx" ON "AuditEvent"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "AuditEvent_editionId_seq_idx" ON "AuditEvent"("editionId", "seq");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_idx" ON "AuditEvent"("actorId");

-- CreateIndex
CREATE INDEX "OutboxMessage_sentAt_idx" ON "OutboxMessage"("sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "Organizer_agencyId_key" ON "Organizer"("agencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Organizer_slug_key" ON "Organizer"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Competition_slug_key" ON "Competition"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_slug_key" ON "Edition"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_code_key" ON "Edition"("code");

-- CreateIndex
CREATE INDEX "Edition_organizerId_idx" ON "Edition"("organizerId");

-- CreateIndex
CREATE UNIQUE INDEX "RulesVersion_editionId_number_key" ON "RulesVersion"("editionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Stage_editionId_key_key" ON "Stage"("editionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "RankingSnapshot_organizerId_editionId_resultKey_key" ON "RankingSnapshot"("organizerId", "editionId", "resultKey");

-- CreateIndex
CREATE UNIQUE INDEX "RankingEntry_organizerId_snapshotId_code_key" ON "RankingEntry"("organizerId", "snapshotId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "DecisionSet_organizerId_editionId_resultKey_key" ON "DecisionSet"("organizerId", "editionId", "resultKey");

-- CreateIndex
CREATE INDEX "DecisionMove_organizerId_setId_idx" ON "DecisionMove"("organizerId", "setId");

-- CreateIndex
CREATE INDEX "Publication_editionId_resultKey_idx" ON "Publication"("editionId", "resultKey");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_organizerId_editionId_resultKey_version_key" ON "Publication"("organizerId", "editionId", "resultKey", "version");

-- CreateIndex
CREATE INDEX "PublicationEntry_innovationId_idx" ON "PublicationEntry"("innovationId");

-- CreateIndex
CREATE INDEX "PublicationEntry_submissionId_idx" ON "PublicationEntry"("submissionId");

-- CreateIndex
CREATE INDEX "Assignment_judgeId_stageId_idx" ON "Assignment"("judgeId", "stageId");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_organizerId_stageId_submissionId_judgeId_key" ON "Assignment"("organizerId", "stageId", "submissionId", "judgeId");

-- CreateIndex
CREATE INDEX "Standing_organizerId_stageId_mean_submissionId_idx" ON "Standing"("organizerId", "stageId", "mean" DESC, "submissionId" DESC);

-- CreateIndex
CREATE INDEX "SelectionDecision_editionId_outcome_idx" ON "SelectionDecision"("editionId", "outcome");

-- CreateIndex
CREATE UNIQUE INDEX "Innovation_code_key" ON "Innovation"("code");

-- CreateIndex
CREATE INDEX "Innovation_agencyId_idx" ON "Innovation"("agencyId");

-- CreateIndex
CREATE INDEX "PastResult_year_idx" ON "PastResult"("year");

-- CreateIndex
CREATE UNIQUE INDEX "PastResult_innovationId_year_level_key" ON "PastResult"("innovationId", "year", "level");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_code_key" ON "Submission"("code");

-- CreateIndex
CREATE INDEX "Submission_editionId_status_idx" ON "Submission"("editionId", "status");

-- CreateIndex
CREATE INDEX "Submission_agencyId_editionId_status_idx" ON "Submission"("agencyId", "editionId", "status");

-- CreateIndex
CREATE INDEX "Submission_unitId_idx" ON "Submission"("unitId");

-- CreateIndex
CREATE INDEX "Submission_ownerId_idx" ON "Submission"("ownerId");

-- CreateIndex
CREATE INDEX "Submission_innovationId_idx" ON "Submission"("innovationId");

-- CreateIndex
CREATE INDEX "SubmissionNote_organizerId_submissionId_idx" ON "SubmissionNote"("organizerId", "submissionId");

-- CreateIndex
CREATE INDEX "StatusMove_organizerId_submissionId_idx" ON "StatusMove"("organizerId", "submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Receipt_number_key" ON "Receipt"("number");

-- CreateIndex
CREATE INDEX "Receipt_organizerId_editionId_agencyId_idx" ON "Receipt"("organizerId", "editionId", "agencyId");

-- CreateIndex
CREATE INDEX "ReceiptItem_organizerId_submissionId_idx" ON "ReceiptItem"("organizerId", "submissionId");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Agency" ADD CONSTRAINT "Agency_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organizer" ADD CONSTRAINT "Organizer_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Competition" ADD CONSTRAINT "Competition_organizerId_fkey" FOREIGN KEY ("organizerId") REFERENCES "Organizer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_organizerId_fkey" FOREIGN KEY ("organizerId") REFERENCES "Organizer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_competitionId_fkey" FOREIGN KEY ("competitionId") REFERENCES "Competition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulesVersion" ADD CONSTRAINT "RulesVersion_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stage" ADD CONSTRAINT "Stage_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResultLevel" ADD CONSTRAINT "ResultLevel_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupInvitation" ADD CONSTRAINT "GroupInvitation_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupInvitation" ADD CONSTRAINT "GroupInvitation_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RankingEntry" ADD CONSTRAINT "RankingEntry_organizerId_snapshotId_fkey" FOREIGN KEY ("organizerId", "snapshotId") REFERENCES "RankingSnapshot"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionSet" ADD CONSTRAINT "DecisionSet_organizerId_snapshotId_fkey" FOREIGN KEY ("organizerId", "snapshotId") REFERENCES "RankingSnapshot"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionMove" ADD CONSTRAINT "DecisionMove_organizerId_setId_fkey" FOREIGN KEY ("organizerId", "setId") REFERENCES "DecisionSet"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_organizerId_setId_fkey" FOREIGN KEY ("organizerId", "setId") REFERENCES "DecisionSet"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationEntry" ADD CONSTRAINT "PublicationEntry_organizerId_publicationId_fkey" FOREIGN KEY ("organizerId", "publicationId") REFERENCES "Publication"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicationFile" ADD CONSTRAINT "PublicationFile_organizerId_publicationId_fkey" FOREIGN KEY ("organizerId", "publicationId") REFERENCES "Publication"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_organizerId_stageId_fkey" FOREIGN KEY ("organizerId", "stageId") REFERENCES "Stage"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_organizerId_assignmentId_fkey" FOREIGN KEY ("organizerId", "assignmentId") REFERENCES "Assignment"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_organizerId_assignmentId_fkey" FOREIGN KEY ("organizerId", "assignmentId") REFERENCES "Review"("organizerId", "assignmentId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Standing" ADD CONSTRAINT "Standing_organizerId_stageId_fkey" FOREIGN KEY ("organizerId", "stageId") REFERENCES "Stage"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Standing" ADD CONSTRAINT "Standing_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelectionCheck" ADD CONSTRAINT "SelectionCheck_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelectionDecision" ADD CONSTRAINT "SelectionDecision_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Innovation" ADD CONSTRAINT "Innovation_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PastResult" ADD CONSTRAINT "PastResult_innovationId_fkey" FOREIGN KEY ("innovationId") REFERENCES "Innovation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_rulesVersionId_fkey" FOREIGN KEY ("rulesVersionId") REFERENCES "RulesVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_innovationId_fkey" FOREIGN KEY ("innovationId") REFERENCES "Innovation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerVersion" ADD CONSTRAINT "AnswerVersion_organizerId_submissionId_sectionKey_fkey" FOREIGN KEY ("organizerId", "submissionId", "sectionKey") REFERENCES "Answer"("organizerId", "submissionId", "sectionKey") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionStatement" ADD CONSTRAINT "SubmissionStatement_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionNote" ADD CONSTRAINT "SubmissionNote_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatusMove" ADD CONSTRAINT "StatusMove_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptItem" ADD CONSTRAINT "ReceiptItem_organizerId_receiptId_fkey" FOREIGN KEY ("organizerId", "receiptId") REFERENCES "Receipt"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReceiptItem" ADD CONSTRAINT "ReceiptItem_organizerId_submissionId_fkey" FOREIGN KEY ("organizerId", "submissionId") REFERENCES "Submission"("organizerId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


