import { command } from "./command.mjs";
import { startServer } from "./child-server.mjs";
import { bindAddress, choosePort, portalEnvironment } from "./portal-settings.mjs";
import { bin } from "./process.mjs";
import { readyPortal } from "./ready-portal.mjs";
import { welcome } from "./welcome.mjs";

await command(async (life) => {
  const { database } = await readyPortal(life);
  const port = await choosePort();

  const env = { ...portalEnvironment(database, port), NODE_ENV: "development" };
  const next = [process.execPath, bin("next", "dist/bin/next"), "dev", "-p", String(port), "-H", bindAddress()];
  const server = await startServer(next, { env, url: `http://localhost:${port}/masuk` });
  life.onStop(server.stop);
  welcome({ url: env.NEXTAUTH_URL, embedded: database.embedded });
  return (await server.gone) || 1;
});
