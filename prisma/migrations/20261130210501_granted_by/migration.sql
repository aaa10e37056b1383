-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "handedOverAt" TIMESTAMPTZ(6),
ADD COLUMN     "handedOverById" UUID;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "grantedById" UUID;

-- Until now whoever invited was shown the link.
UPDATE "Invitation" SET "handedOverAt" = "createdAt", "handedOverById" = "invitedById";

-- Roles taken by an invitation are known to be given by who wrote it: the one accepted as the role began.
UPDATE "Membership" m SET "grantedById" = (
  SELECT i."invitedById" FROM "Invitation" i
  WHERE i."acceptedById" = m."userId" AND i.role = m.role
    AND i."editionId" IS NOT DISTINCT FROM m."editionId" AND i."agencyId" IS NOT DISTINCT FROM m."agencyId"
    AND i."acceptedAt" BETWEEN m."createdAt" AND m."createdAt" + interval '1 minute'
  ORDER BY i."acceptedAt" LIMIT 1);
