// Where the portal listens and what its processes are told.
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { freePort, portIsFree } from "./ports.mjs";
import { root } from "./process.mjs";
import { Refusal } from "./refusal.mjs";

const USUAL_PORT = 3000;
const SECRET_FILE = join(root, ".data/secret");

export const bindAddress = () => process.env.BIND || "127.0.0.1";

/** Says at once that the port which PORT names cannot be had. */
export async function refuseTakenPort() {
  if (process.env.PORT) await namedPort(process.env.PORT);
}

/** The port that PORT names, or the first free one from 3000 on: asked for right before it is used, or another takes it meanwhile. */
export async function choosePort() {
  const given = process.env.PORT;
  if (given) return namedPort(given);
  const port = await freePort(USUAL_PORT, { host: bindAddress() });
  if (port !== USUAL_PORT) console.log(`Port ${USUAL_PORT} is taken, so this portal uses ${port}.`);
  return port;
}

/** @param {string} given */
async function namedPort(given) {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Refusal(`PORT=${given} is not a port: give a whole number from 1 to 65535.`);
  if (!(await portIsFree(port, bindAddress()))) throw new Refusal(`Port ${port} is taken or not allowed: stop what uses it, or choose another one with PORT=${port + 1} npm start.`);
  return port;
}

/**
 * @param {import("./database.mjs").Database} database
 * @param {number} port
 */
export function portalEnvironment(database, port) {
  return {
    ...process.env,
    DATABASE_URL: database.url,
    DATABASE_OWNER_URL: undefined,
    PORT: String(port),
    BIND: bindAddress(),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || ownSecret(),
    NEXT_TELEMETRY_DISABLED: "1",
    ...(database.embedded ? { SINOVIK_DEMO: "1" } : {}),
  };
}

/**
 * The names of forms' actions follow from this key and from where the actions stand in the source. The key follows from the
 * secret and not from the build, so that pages that are open while the portal is updated go on working.
 */
export const actionKey = () =>
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||
  createHash("sha256").update(`server actions of ${process.env.NEXTAUTH_SECRET || ownSecret()}`).digest("base64");

/** Made once, so that sessions outlive a restart. */
function ownSecret() {
  mkdirSync(dirname(SECRET_FILE), { recursive: true });
  if (!existsSync(SECRET_FILE)) writeFileSync(SECRET_FILE, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(SECRET_FILE, "utf8").trim();
}
