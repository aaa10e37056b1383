-- The audit log can only grow: one function adds, a trigger refuses everything else.

CREATE FUNCTION append_audit_event(
  actor uuid, act text, subject_kind text, subject text, edition uuid, body text
) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  previous record;
  number bigint;
  moment text;
BEGIN
  -- Held to the commit: the next event cannot read a predecessor that may still be rolled back.
  PERFORM pg_advisory_xact_lock(hashtext('audit-chain'));
  SELECT seq, hash INTO previous FROM "AuditEvent" ORDER BY seq DESC LIMIT 1;
  number := coalesce(previous.seq, 0) + 1;
  moment := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  INSERT INTO "AuditEvent" (seq, at, "actorId", action, "subjectType", "subjectId", "editionId", body, "prevHash", hash)
  VALUES (
    number, moment, actor, act, subject_kind, subject, edition, body, coalesce(previous.hash, ''),
    encode(sha256(convert_to(
      coalesce(previous.hash, '') || E'\n' || number || E'\n' || moment || E'\n' || body, 'UTF8')), 'hex'));
  RETURN number;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was published is a frozen record, and so is what it was decided on.
CREATE TRIGGER publication_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "Publication"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER publication_entry_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "PublicationEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER publication_file_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "PublicationFile"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER snapshot_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "RankingSnapshot"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ranking_entry_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "RankingEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rules_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "RulesVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
