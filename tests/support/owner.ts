import pg from "pg";

/** As the role that owns the tables, which the portal is not: what somebody with the rights of an operator could do. */
export async function asOwner(...statements: string[]): Promise<void> {
  const address = new URL(process.env.DATABASE_URL!);
  address.searchParams.delete("options");
  const client = new pg.Client({ connectionString: String(address) });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A world as it was before its edition's selection was released; a release itself is never taken back. */
export const beforeTheRelease = (editionId: string) =>
  asOwner("set session_replication_role = replica", `delete from "SelectionRelease" where "editionId" = '${editionId}'`);
