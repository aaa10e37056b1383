// The portal's own role in the database: it reads and writes, and owns nothing. Tables, triggers and the one function that
// writes the trail belong to the role that migrates, so that whoever holds the portal's address can neither rewrite nor shorten
// what only grows.

/** In our own server and in tests; on your own server it is whoever DATABASE_URL names. */
export const PORTAL_ROLE = "sinovik_web";

/** Written by the owner's function or by migrations alone. */
const READ_ONLY = ["AuditEvent", "AuditHead", "_prisma_migrations"];

/**
 * Gives a role what the portal needs in this database, and takes what it does not: after each migration, and harmless again.
 *
 * @param {string} ownerUrl @param {string} [role]
 */
export async function grantRights(ownerUrl, role = PORTAL_ROLE) {
  await withClient(ownerUrl, async (client) => {
    const name = client.escapeIdentifier(role);
    const { rows: [{ schema }] } = await client.query("select current_schema() as schema");
    const all = `all tables in schema ${client.escapeIdentifier(schema)}`;
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtext('sinovik-rights'))");
    await client.query(`revoke create on schema ${client.escapeIdentifier(schema)} from public, ${name}`);
    await client.query(`grant usage on schema ${client.escapeIdentifier(schema)} to ${name}`);
    await client.query(`revoke all on ${all} from ${name}`);
    await client.query(`grant select, insert, update, delete on ${all} to ${name}`);
    await client.query(`grant usage, select on all sequences in schema ${client.escapeIdentifier(schema)} to ${name}`);
    await client.query("revoke execute on function append_audit_event(uuid, text, text, text, uuid, text) from public");
    await client.query(`grant execute on function append_audit_event(uuid, text, text, text, uuid, text) to ${name}`);
    // What the triggers refuse, it may not even try: bit 3 of a trigger's kind is DELETE, bit 4 UPDATE.
    const { rows: frozen } = await client.query(`
      select c.relname as table, bool_or(t.tgtype & 8 > 0) as delete, bool_or(t.tgtype & 16 > 0) as update
      from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
      where p.proname = 'refuse_change' and c.relnamespace = current_schema()::regnamespace group by c.relname`);
    for (const { table, ...refused } of frozen)
      for (const act of ["update", "delete"]) if (refused[act]) await client.query(`revoke ${act} on ${client.escapeIdentifier(table)} from ${name}`);
    const { rows: kept } = await client.query("select relname as table from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname = any($1)", [READ_ONLY]);
    for (const { table } of kept) await client.query(`revoke insert, update, delete on ${client.escapeIdentifier(table)} from ${name}`);
    await client.query("commit");
  });
}

/** Makes the role of our own server, or gives it this password. @param {string} ownerUrl @param {string} password */
export async function ensurePortalRole(ownerUrl, password) {
  await withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [PORTAL_ROLE]);
    const what = `role ${client.escapeIdentifier(PORTAL_ROLE)} login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(password)}`;
    await client.query(`${rowCount ? "alter" : "create"} ${what}`);
  });
}

/** Whether the role of this address could change the trail, because it owns it or may do everything. @param {string} url */
export async function mayChangeTrail(url) {
  return withClient(url, async (client) => {
    const { rows: [found] } = await client.query(`
      select pg_has_role(current_user, c.relowner, 'MEMBER') or has_table_privilege(c.oid, 'UPDATE') as may
      from pg_class c where c.relname = 'AuditEvent' and c.relnamespace = current_schema()::regnamespace`);
    return Boolean(found?.may);
  });
}

/** @template Value @param {string} url @param {(client: import("pg").Client) => Promise<Value>} work @returns {Promise<Value>} */
async function withClient(url, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
