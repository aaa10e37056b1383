import { command } from "./command.mjs";
import { ensureMigrated, joinDatabase } from "./database.mjs";
import { Refusal } from "./refusal.mjs";
import { ensureClient, ensureDependencies, loadEnvFile, tsx } from "./setup.mjs";

await command(async (life) => {
  const [act, address, ...more] = process.argv.slice(2);
  if (act !== "invite" || !address || more.length > 0) throw new Refusal("Name the address to invite: npm run admin -- invite somebody@example.go.id");
  loadEnvFile();
  await ensureDependencies();
  await ensureClient();

  const database = await joinDatabase();
  life.onStop(database.stop);
  await ensureMigrated(database);
  await tsx(["prisma/admin.ts", address], { env: { DATABASE_URL: database.url }, show: true });
  return 0;
}, { signalCode: 1 });
