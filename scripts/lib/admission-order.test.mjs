import { EventEmitter } from "node:events";
import { connect } from "node:net";
import { encode } from "next-auth/jwt";
import { afterEach, describe, expect, test } from "vitest";
import { closeServers, serverWith } from "../../tests/support/web-server.mjs";
import { admission, LIMITS } from "./admission.mjs";
import { callerOf, networkOf, sessionCookies } from "./caller.mjs";

afterEach(closeServers);

/** @typedef {import("./admission.mjs").Caller} Caller */
const writer = /** @type {Caller} */ ({ kind: "writer", network: "w" });
const reader = /** @type {Caller} */ ({ kind: "reader", network: "r" });
const stranger = (network = "s") => /** @type {Caller} */ ({ kind: "stranger", network });

describe("whose turn it is", () => {
  test("sixty-four searches of one network hold two places, all strangers half, and a writer gets in at once", async () => {
    const { come, atWork } = house(LIMITS);
    for (let n = 0; n < 64; n += 1) come(stranger());
    expect(await atWork("stranger s")).toBe(2);
    for (let n = 0; n < 64; n += 1) come(stranger(`other ${n}`));
    expect(await atWork("stranger")).toBe(16);
    come(writer);
    expect(await atWork("writer w")).toBe(1);
  });

  test("readers leave places to writers", async () => {
    const { come, atWork } = house(LIMITS);
    for (let n = 0; n < 64; n += 1) come({ ...reader, network: `office ${n % 4}` });
    expect(await atWork("reader")).toBe(24);
    for (let n = 0; n < 64; n += 1) come(writer);
    expect(await atWork("writer")).toBe(8);
  });

  test("whoever waits comes in this order: writers, readers, strangers", async () => {
    const { come, order, leave } = house({ ...LIMITS, atWork: 1, waiting: 10 });
    for (const caller of [writer, stranger(), reader, writer]) come(caller);
    for (let n = 0; n < 3; n += 1) await leave();
    expect(order()).toEqual(["writer w", "writer w", "reader r", "stranger s"]);
  });

  test("one network's waiting strangers leave room to others", async () => {
    const { come, refused } = house(LIMITS);
    for (let n = 0; n < 600; n += 1) come(stranger());
    expect(await refused()).toBe(600 - 2 - 128);
    for (let n = 0; n < 10; n += 1) come(stranger("another"));
    expect(await refused()).toBe(600 - 2 - 128);
  });
});

describe("who is asking", () => {
  test("signed in is who has a cookie of ours, and writes who sends something", async () => {
    const secret = "a-secret-only-for-tests";
    const isSignedIn = sessionCookies(secret);
    const cookie = async (/** @type {string} */ key) => `a=b; __Host-next-auth.session-token=${await encode({ token: { sid: "1" }, secret: key })}`;
    const ask = async (/** @type {string} */ method, /** @type {string} */ url, /** @type {string} */ cookies) =>
      (await callerOf(/** @type {any} */ ({ method, url, headers: { "x-forwarded-for": "192.0.2.1", cookie: cookies } }), isSignedIn)).kind;
    expect(await ask("GET", "/pengajuan", await cookie(secret))).toBe("reader");
    expect(await ask("POST", "/pengajuan", await cookie(secret))).toBe("writer");
    expect(await ask("PATCH", "/api/jawaban", await cookie(secret))).toBe("writer");
    expect(await ask("POST", "/masuk", await cookie("another-secret-of-somebody"))).toBe("stranger");
    expect(await ask("GET", "/inovasi?cari=air", "")).toBe("stranger");
  });

  test("one network of IPv6 is one, whatever address of it", () => {
    expect(networkOf("2001:db8:1:2:3::4")).toBe(networkOf("2001:db8:1:2::"));
    expect(networkOf("::ffff:192.0.2.1")).toBe("192.0.2.1");
  });
});

test("one network opens no more connections than it may", async () => {
  const { port } = await serverWith((_, response) => response.end("done"), { connections: { ofNetwork: 2, all: 10 } });
  const opened = () => new Promise((resolve) => {
    const line = connect(port, "127.0.0.1");
    line.on("error", () => {}).once("close", () => resolve("closed"));
    line.write("GET /a HTTP/1.1\r\nhost: x\r\n\r\n");
    line.once("data", () => resolve(line));
  });
  const [first, second, third] = [await opened(), await opened(), await opened()];
  expect([typeof first, typeof second, third]).toEqual(["object", "object", "closed"]);
  first.destroy();
  second.destroy();
  await expect.poll(async () => typeof (await opened())).toBe("object");
});

/** @param {import("./admission.mjs").Limits} limits */
function house(limits) {
  const admit = admission(limits);
  /** @type {string[]} */
  const arrivals = [];
  /** @type {(() => void)[]} */
  const leaving = [];
  let turnedAway = 0;
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    come: (/** @type {Caller} */ caller) => {
      const response = /** @type {any} */ (new EventEmitter());
      void admit(response, caller).then((leave) => {
        if (!leave) return void (turnedAway += 1);
        arrivals.push(`${caller.kind} ${caller.network}`);
        leaving.push(leave);
      });
    },
    leave: async () => {
      await settled();
      leaving.shift()?.();
      await settled();
    },
    atWork: async (/** @type {string} */ who) => (await settled(), arrivals.filter((each) => each.startsWith(who)).length),
    order: () => arrivals,
    refused: async () => (await settled(), turnedAway),
  };
}
