// The production web server: one process around the built application.
// Reads DATABASE_URL, NEXTAUTH_URL, PORT, BIND, TRUST_PROXY, PUBLISHED_DIR and what the application needs; ends within ten seconds of SIGTERM.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";
import { releaseAbortReasons } from "./lib/abort-reasons.mjs";
import { sessionCookies } from "./lib/caller.mjs";
import { headOf, noteHeadDaily } from "./lib/daily-anchor.mjs";
import { databaseProbe } from "./lib/database-probe.mjs";
import { root } from "./lib/process.mjs";
import { publishedStore } from "./lib/published-store.mjs";
import { describe, log, shortenConsoleErrors } from "./lib/server-log.mjs";
import { createWebServer } from "./lib/web-server.mjs";

const PATIENCE_MS = 8_000;
const SWEEP_EVERY_MS = 50;

const port = Number(process.env.PORT || 3000);
const hostname = process.env.BIND || "127.0.0.1";
const local = `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${port}`;

// A redirect after a form makes Next ask itself for the next page: let it ask here, and not whom the Host header names.
process.env.ANCHORS_FILE ||= join(root, ".data/anchors", databaseName());
process.env.__NEXT_PRIVATE_ORIGIN = local.replace("0.0.0.0", "127.0.0.1").replace("[::]", "[::1]");
shortenConsoleErrors();
releaseAbortReasons();

if (!existsSync(join(root, ".next/BUILD_ID"))) {
  log("error", "there is no build yet: npm start makes one");
  process.exit(1);
}

// Next would listen on our server for requests to change the protocol, past everything that stands in front of it; nothing of
// ours speaks another. On a server that nobody can reach it hears none.
const app = /** @type {any} */ (next)({ dev: false, dir: root, hostname, port, httpServer: createServer() });
await app.prepare();

const server = createWebServer({
  application: app.getRequestHandler(),
  isSignedIn: sessionCookies(process.env.NEXTAUTH_SECRET),
  probe: databaseProbe(process.env.DATABASE_URL),
  store: publishedStore(publishedFolder(), (message) => log("warn", message), process.env.NEXTAUTH_SECRET),
  publicDir: join(root, "public"),
  origin: process.env.NEXTAUTH_URL || local,
  readsAhead: true,
  trustProxy: process.env.TRUST_PROXY === "1",
});
server.keepAliveTimeout = 65_000; // longer than the proxies in front usually keep a connection
server.timeout = 120_000; // neither a byte sent nor one read: nobody is there

server.once("error", (error) => {
  log("error", describe(error));
  process.exit(1);
});
server.listen({ port, host: hostname }, () => {
  log("info", `listening on ${local}`);
  noteHeadDaily({ file: String(process.env.ANCHORS_FILE), readHead: () => headOf(process.env.DATABASE_URL), tell: (message) => log("info", message) });
});

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.once(signal, () => void stop());
process.on("unhandledRejection", (error) => log("error", describe(error)));

/** Takes nothing new, finishes what runs, and does not wait for ever. */
async function stop() {
  setTimeout(() => process.exit(0), PATIENCE_MS).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  // Not once: a connection that was at work is idle, and kept by its other end, when its answer is out.
  setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
  await closed;
  process.exit(0);
}

/** Each database has its own: what one published must never be shown for another. */
function publishedFolder() {
  return process.env.PUBLISHED_DIR || join(root, ".data/published", databaseName());
}

function databaseName() {
  const { host, pathname } = new URL(process.env.DATABASE_URL || "postgresql://none/none");
  return createHash("sha256").update(host + pathname).digest("hex").slice(0, 12);
}
