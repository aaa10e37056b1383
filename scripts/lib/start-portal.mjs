import { command } from "./command.mjs";
import { portalCommand, startServer } from "./child-server.mjs";
import { bindAddress, choosePort, portalEnvironment } from "./portal-settings.mjs";
import { step } from "./progress.mjs";
import { readyPortal } from "./ready-portal.mjs";
import { ensureBuild } from "./setup.mjs";
import { supervise } from "./supervise.mjs";
import { welcome } from "./welcome.mjs";

await command(async (life) => {
  const { database } = await readyPortal(life);
  await ensureBuild();
  const port = await choosePort();

  const env = { ...portalEnvironment(database, port), NODE_ENV: "production" };
  const start = () => startServer(portalCommand(), { env, url: `http://${callable(bindAddress())}:${port}/api/health/live` });
  const server = await step("starting the web server", () => supervise({ start, isStopping: life.stopping, tell: (message) => console.error(message) }));
  life.onStop(server.stop);
  welcome({ url: env.NEXTAUTH_URL, embedded: database.embedded });

  return (await server.ended) || 1;
});

/** An address to call, for one to listen on. @param {string} address */
function callable(address) {
  if (address === "0.0.0.0") return "127.0.0.1";
  if (address === "::") return "[::1]";
  return address.includes(":") ? `[${address}]` : address;
}
