// Databases inside a server, made through its administrative one.

/** Unless it is there. @param {string} adminUrl @param {string} database */
export async function createDatabase(adminUrl, database) {
  await asAdmin(adminUrl, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (!found.rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
  });
}

/**
 * Much faster than migrating again; nobody may be connected to the one that is copied.
 *
 * @param {import("./postgres.mjs").Postgres} postgres
 * @param {{from: string, to: string}} names
 */
export function copyDatabase({ urlOf }, { from, to }) {
  return asAdmin(urlOf("postgres"), (client) => client.query(`create database ${client.escapeIdentifier(to)} template ${client.escapeIdentifier(from)}`));
}

/** @param {string} adminUrl @param {(client: import("pg").Client) => Promise<unknown>} work */
async function asAdmin(adminUrl, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
