-- Of several open invitations of one address to the same role and place the newest stays; the others open nothing any more.
UPDATE "Invitation" i SET "revokedAt" = now()
WHERE i."acceptedAt" IS NULL AND i."revokedAt" IS NULL AND EXISTS (
  SELECT 1 FROM "Invitation" n
  WHERE n."acceptedAt" IS NULL AND n."revokedAt" IS NULL AND n.email = i.email AND n.role = i.role
    AND n."editionId" IS NOT DISTINCT FROM i."editionId" AND n."agencyId" IS NOT DISTINCT FROM i."agencyId"
    AND (n."createdAt", n.id) > (i."createdAt", i.id));

CREATE UNIQUE INDEX "Invitation_one_open" ON "Invitation" (email, role, "editionId", "agencyId") NULLS NOT DISTINCT
WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;
