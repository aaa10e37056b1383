import { command } from "./command.mjs";
import { ensureMigrated, joinDatabase } from "./database.mjs";
import { ensureClient, ensureDependencies, loadEnvFile, requireDiskSpace, tsx } from "./setup.mjs";

await command(async (life) => {
  loadEnvFile();
  requireDiskSpace();
  await ensureDependencies();
  await ensureClient();

  const database = await joinDatabase();
  life.onStop(database.stop);
  await ensureMigrated(database);
  await tsx(["prisma/seed.ts", ...process.argv.slice(2)], { env: { DATABASE_URL: database.ownerUrl }, show: true });
  return 0;
}, { signalCode: 1 });
