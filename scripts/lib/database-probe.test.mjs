import { createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { tellOfDatabase } from "../../src/lib/database-news.ts";
import { databaseProbe } from "./database-probe.mjs";

/** @type {(() => void)[]} */
const closings = [];
afterEach(() => closings.splice(0).forEach((close) => close()));

describe("whether the database is down", () => {
  test("a process that was busy while the answer came does not take the database for down", async () => {
    const probe = await probing(speakingPostgres);
    const asked = probe.isDown();
    await new Promise((resolve) => setTimeout(resolve, 20)); // the question is on its way
    busyFor(2_500);
    expect(await asked).toBe(false);
    expect(probe.wasDown()).toBe(false);
  });

  test("a server that has no connection left is not down: it says so itself", async () => {
    const probe = await probing((socket) => socket.once("data", () => socket.end(errorOf("53300", "sorry, too many clients already"))));
    expect(await probe.isDown()).toBe(false);
  });

  test("nor is one that answers the portal's own pool, however long our own question waits", async () => {
    const probe = await probing(() => {});
    const asked = probe.isDown();
    tellOfDatabase("ANSWERED");
    expect(await asked).toBe(false);
  });

  test("a server that starts up, or is silent to everybody, is down, until the pool hears it", async () => {
    const starting = await probing((socket) => socket.once("data", () => socket.end(errorOf("57P03", "the database system is starting up"))));
    expect(await starting.isDown()).toBe(true);
    const silent = await probing(() => {});
    expect([await silent.isDown(), silent.wasDown()]).toEqual([true, true]);
    tellOfDatabase("ANSWERED");
    expect(silent.wasDown()).toBe(false);
  });

  test("no server at all is down at once", async () => {
    const probe = databaseProbe("postgresql://u:p@127.0.0.1:1/none");
    closings.push(probe.close);
    expect(await probe.isDown()).toBe(true);
  });

  test("one connection serves all questions", async () => {
    let connections = 0;
    const probe = await probing((socket) => ((connections += 1), speakingPostgres(socket)));
    for (let n = 0; n < 3; n += 1) {
      await probe.isDown();
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect(connections).toBe(1);
  });

  test("a full disk is told by the portal, and is over once something can be stored", async () => {
    const probe = await probing(speakingPostgres);
    expect(await probe.isFull()).toBe(false);
    const refusing = await probing((socket) => speakingPostgres(socket, /create temp/));
    tellOfDatabase("STORAGE_FULL");
    expect(await refusing.isFull()).toBe(true);
    expect(await probe.isFull()).toBe(false);
    expect(await probe.isDown()).toBe(false);
  });
});

function busyFor(/** @type {number} */ milliseconds) {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

/** @param {(socket: import("node:net").Socket) => void} speak */
async function probing(speak) {
  const server = createServer((socket) => speak(socket.on("error", () => {})));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const probe = databaseProbe(`postgresql://u:p@127.0.0.1:${port}/d`);
  closings.push(() => (probe.close(), server.close()));
  return probe;
}

const message = (/** @type {string} */ type, /** @type {Buffer} */ body) => {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const errorOf = (/** @type {string} */ code, /** @type {string} */ text) =>
  message("E", Buffer.from(`SERROR\0VERROR\0C${code}\0M${text}\0\0`));
const READY = message("Z", Buffer.from("I"));
const SIGNED_IN = Buffer.concat([message("R", Buffer.alloc(4)), READY]);

/** As much of PostgreSQL's protocol as a simple question needs; what `refused` names gets "no space left". @param {import("node:net").Socket} socket @param {RegExp} [refused] */
function speakingPostgres(socket, refused) {
  socket.once("data", () => {
    socket.write(SIGNED_IN);
    socket.on("data", (query) => {
      const isRefused = refused?.test(query.toString());
      socket.write(Buffer.concat([isRefused ? errorOf("53100", "could not extend file: No space left on device") : message("C", Buffer.from("SELECT 1\0")), READY]));
    });
  });
}
