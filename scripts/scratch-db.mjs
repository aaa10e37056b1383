// node scripts/scratch-db.mjs <folder>
// A throwaway PostgreSQL with all migrations, for one piece of work: prints DATABASE_URL=… and stays until Ctrl-C.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { startPostgres } from "./lib/postgres.mjs";
import { deployMigrations, migrationNames } from "./lib/prisma.mjs";
import { root } from "./lib/process.mjs";
import { command } from "./lib/command.mjs";
import { grantRights } from "./lib/rights.mjs";
import { Refusal } from "./lib/refusal.mjs";

await command(async (life) => {
  const folder = resolve(process.argv[2] ?? root);
  if (folder === root || folder.startsWith(`${root}/`)) throw new Refusal("Name a folder outside of the project: node scripts/scratch-db.mjs /tmp/scratch");
  mkdirSync(folder, { recursive: true });
  const postgres = await startPostgres({ dir: join(folder, "pg"), port: 0, throwaway: true });
  life.onStop(postgres.stop);
  if (migrationNames().length > 0) await deployMigrations(postgres.url);
  if (migrationNames().length > 0) await grantRights(postgres.url);
  console.log(`DATABASE_URL=${postgres.url}`);
  await postgres.gone;
  return 1;
}, { outliveParent: true });
