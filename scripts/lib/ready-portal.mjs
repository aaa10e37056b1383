import { join } from "node:path";
import { ensureMigrated, ensureSeeded, openDatabase } from "./database.mjs";
import { refuseTakenPort } from "./portal-settings.mjs";
import { keepPrivate } from "./private-data.mjs";
import { root } from "./process.mjs";
import { ensureClient, ensureDependencies, loadEnvFile, requireDiskSpace } from "./setup.mjs";

/**
 * All that the portal needs before its web server, in production and while editing: the dependencies, and a database
 * that is up to date and filled. A port that was named and is taken is said before any of it.
 *
 * @param {import("./command.mjs").Life} life at whose end the database is stopped
 */
export async function readyPortal(life) {
  loadEnvFile();
  keepPrivate(join(root, ".data"));
  await refuseTakenPort();
  requireDiskSpace();
  await ensureDependencies();
  await ensureClient();

  const database = await openDatabase();
  life.onStop(database.stop);
  await ensureMigrated(database);
  await ensureSeeded(database);
  return { database };
}
