import { command } from "./command.mjs";
import { portalCommand, startServer } from "./child-server.mjs";
import { ensureMigrated, ensureSeeded, openDatabase } from "./database.mjs";
import { bindAddress, choosePort, portalEnvironment } from "./portal-settings.mjs";
import { step } from "./progress.mjs";
import { ensureBuild, ensureClient, ensureDependencies, loadEnvFile, requireDiskSpace } from "./setup.mjs";
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
  await ensureBuild();

  const env = { ...portalEnvironment(database, port), NODE_ENV: "production" };
  const server = await step("starting the web server", () => startServer(portalCommand(), { env, url: `http://${callable(bindAddress())}:${port}/api/health/live` }));
  life.onStop(server.stop);
  welcome({ url: env.NEXTAUTH_URL, embedded: database.embedded });

  const code = await server.gone;
  if (!life.stopping()) console.error(`The web server ended by itself (exit code ${code}).`);
  return code || 1;
});

/** An address to call, for one to listen on. @param {string} address */
function callable(address) {
  if (address === "0.0.0.0") return "127.0.0.1";
  if (address === "::") return "[::1]";
  return address.includes(":") ? `[${address}]` : address;
}
