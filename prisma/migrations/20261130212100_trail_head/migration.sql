-- What the trail's last event is, beside the trail: a tail that was cut off is missed. And how often an act was refused.

CREATE TABLE "AuditHead" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "seq" BIGINT NOT NULL,
  "hash" TEXT NOT NULL,
  CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("id")
);

INSERT INTO "AuditHead" (id, seq, hash)
SELECT 1, coalesce(max(seq), 0), coalesce((SELECT hash FROM "AuditEvent" ORDER BY seq DESC LIMIT 1), '') FROM "AuditEvent";

CREATE TABLE "RefusedAct" (
  "actorId" UUID NOT NULL,
  "door" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "since" TIMESTAMPTZ(6) NOT NULL,
  "times" INTEGER NOT NULL,
  CONSTRAINT "RefusedAct_pkey" PRIMARY KEY ("actorId", "door", "reason")
);

-- The only way into the trail. It runs with the rights of the role that owns the tables, so that the portal's own needs none to
-- write them; its names are looked up in the schema of this migration alone.
CREATE OR REPLACE FUNCTION append_audit_event(
  actor uuid, act text, subject_kind text, subject text, edition uuid, body text
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  previous record;
  number bigint;
  moment text;
  own_hash text;
BEGIN
  -- Held to the commit: the next event cannot read a predecessor that may still be rolled back.
  PERFORM pg_advisory_xact_lock(hashtext('audit-chain'));
  SELECT seq, hash INTO STRICT previous FROM "AuditHead";
  number := previous.seq + 1;
  moment := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  own_hash := encode(sha256(convert_to(previous.hash || E'\n' || number || E'\n' || moment || E'\n' || body, 'UTF8')), 'hex');
  INSERT INTO "AuditEvent" (seq, at, "actorId", action, "subjectType", "subjectId", "editionId", body, "prevHash", hash)
  VALUES (number, moment, actor, act, subject_kind, subject, edition, body, previous.hash, own_hash);
  UPDATE "AuditHead" SET seq = number, hash = own_hash;
  RETURN number;
END $$;

DO $$ BEGIN
  EXECUTE format('ALTER FUNCTION append_audit_event(uuid, text, text, text, uuid, text) SET search_path = %I, pg_temp', current_schema());
END $$;
