import { command } from "./command.mjs";
import { startServer } from "./child-server.mjs";
import { ensureMigrated, ensureSeeded, openDatabase } from "./database.mjs";
import { bindAddress, choosePort, portalEnvironment } from "./portal-settings.mjs";
import { bin } from "./process.mjs";
import { ensureClient, ensureDependencies, loadEnvFile, requireDiskSpace } from "./setup.mjs";
import { welcome } from "./welcome.mjs";

await command(async (life) => {
  loadEnvFile();
  const port = await choosePort();
  requireDiskSpace();
  await ensureDependencies();
  await ensureClient();

  const database = await openDatabase();
  life.onStop(database.stop);
  await ensureMigrated(database.url);
  await ensureSeeded(database);

  const env = { ...portalEnvironment(database, port), NODE_ENV: "development" };
  const next = [process.execPath, bin("next", "dist/bin/next"), "dev", "-p", String(port), "-H", bindAddress()];
  const server = await startServer(next, { env, url: `http://localhost:${port}/masuk` });
  life.onStop(server.stop);
  welcome({ url: env.NEXTAUTH_URL, embedded: database.embedded });
  return (await server.gone) || 1;
});
