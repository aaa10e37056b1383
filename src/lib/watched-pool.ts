import pg from "pg";
import { tellOfDatabase } from "@/lib/database-news";
import { kindOfFailure } from "@/lib/failure-kind";

type Callback = Parameters<pg.Pool["connect"]>[0];

/** A pool whose connections tell whether the database answers: a process of ours that is busy is not taken for a database that is down. */
export function watchedPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on("release", (error) => {
    // The type says an error always comes; a statement that went well brings none.
    if (!(error as Error | undefined)) tellOfDatabase("ANSWERED");
  });
  pool.on("error", () => {}); // a connection at rest that broke; whoever needs one gets a new one
  const connect = pool.connect.bind(pool) as (callback?: Callback) => unknown;
  pool.connect = ((callback?: Callback) => {
    if (callback) return connect((error, client, release) => (note(error), callback(error, client, release)));
    return (connect() as Promise<pg.PoolClient>).catch((error: unknown) => {
      note(error);
      throw error;
    });
  }) as pg.Pool["connect"];
  return pool;
}

function note(error: unknown): void {
  if (error && kindOfFailure(error) === "BUSY") tellOfDatabase("CROWDED");
}
