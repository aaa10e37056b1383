import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PublicCache } from "./public-cache.mjs";
import { publishedStore } from "./published-store.mjs";

const RESULT = "/kompetisi/kipp-2020/hasil/top-99";
const SITE_MAP = ["/", "/inovasi", RESULT, `/en${RESULT}`, `${RESULT}/data.csv`].map((path) => `<url><loc>https://sinovik.example${path}</loc></url>`).join("\n");
const PAGE = "<h1>Top 99</h1>".repeat(100);

/** @type {string} */
let folder;
/** @type {(() => Promise<unknown>)[]} */
let closings;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cache-test-"));
  closings = [];
});
afterEach(async () => {
  for (const close of closings) await close();
  await rm(folder, { recursive: true, force: true });
});

describe("the cache of published results", () => {
  test("asks the application once for any number of readers who come together", async () => {
    const { get, asked } = await frontedBy(async () => published());
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(RESULT)));
    expect(new Set(answers.map(({ body }) => body))).toEqual(new Set([PAGE]));
    expect(asked()).toEqual([RESULT]);
  });

  test("keeps English and Indonesian apart", async () => {
    const { get, asked } = await frontedBy(async (path) => published(path));
    expect((await get(`/en${RESULT}`)).body).toBe(`/en${RESULT}`);
    expect((await get(RESULT)).body).toBe(RESULT);
    expect(asked()).toHaveLength(2);
  });

  test("serves the old copy when the application fails", async () => {
    let fails = false;
    const { get } = await frontedBy(async () => (fails ? { ...published(), status: 500 } : published()), { freshMs: 0, graceMs: 0 });
    await get(RESULT);
    fails = true;
    expect(await get(RESULT)).toMatchObject({ status: 200, body: PAGE });
  });

  test("shows a result that nobody had asked for before the application failed", async () => {
    let fails = false;
    const { cache, get, asked } = await frontedBy(async (path) => {
      if (fails) throw new Error("down");
      return path === "/sitemap.xml" ? { ...published(SITE_MAP), headers: { "content-type": "application/xml" } } : published(path);
    });
    expect(await cache.readAhead()).toBe(true);
    expect(asked()).toEqual(["/sitemap.xml", RESULT, `/en${RESULT}`, `${RESULT}/data.csv`]);
    fails = true;
    expect((await get(`/en${RESULT}`)).body).toBe(`/en${RESULT}`);
    expect(await cache.readAhead()).toBe(false);
  });

  test("stops serving the old copy once it is older than it may be", async () => {
    let fails = false;
    const { get } = await frontedBy(async () => {
      if (fails) throw new Error("down");
      return published();
    }, { freshMs: 0, graceMs: 0, staleMs: 0 });
    await get(RESULT);
    fails = true;
    expect((await get(RESULT)).body).toBe("from the application");
  });

  test("forgets a result that is no longer there", async () => {
    let isGone = false;
    const { get } = await frontedBy(async () => (isGone ? { ...published(), status: 404 } : published()), { freshMs: 0, graceMs: 0 });
    await get(RESULT);
    isGone = true;
    expect((await get(RESULT)).body).toBe("from the application");
    expect(await storeIn(folder).read(RESULT)).toBeUndefined();
  });

  test("never keeps an answer that sets a cookie or is not declared public", async () => {
    for (const headers of [{ "cache-control": "public", "set-cookie": ["a=b"] }, { "cache-control": "private, no-store" }, {}]) {
      const { get } = await frontedBy(async () => ({ ...published(), headers }));
      expect((await get(RESULT)).body).toBe("from the application");
      expect(await storeIn(folder).read(RESULT)).toBeUndefined();
    }
  });

  test("lets everything past that is not a plain reading of a published result or a public page", async () => {
    const { get, asked } = await frontedBy(async () => published());
    for (const path of ["/masuk", "/kelola/kipp-2020", "/inovasi?cari=air", "/inovasi/", "//", "/en/", "/kompetisi/kipp-2020/a/b", `${RESULT}?x=1`, `${RESULT}/..`, `${RESULT}/%2e%2e`, `${RESULT}//`, `/id${RESULT}`]) expect((await get(path)).body).toBe("from the application");
    expect((await get(RESULT, { method: "POST" })).body).toBe("from the application");
    expect((await get(RESULT, { headers: { rsc: "1" } })).body).toBe("from the application");
    expect(asked()).toEqual([]);
  });

  test("answers 304 to a reader who has the page, and sends another tag for each encoding", async () => {
    const { get } = await frontedBy(async () => published());
    const plain = await get(RESULT);
    const packed = await get(RESULT, { headers: { "accept-encoding": "gzip, br" } });
    expect(packed.headers.get("content-encoding")).toBe("br");
    expect(packed.body).toBe(PAGE);
    expect(packed.headers.get("etag")).not.toBe(plain.headers.get("etag"));
    expect((await get(RESULT, { headers: { "if-none-match": plain.headers.get("etag") } })).status).toBe(304);
  });

  test("still has a published result after a restart while the application fails", async () => {
    const first = await frontedBy(async () => published());
    const before = await first.get(RESULT);
    await expect.poll(() => storeIn(folder).read(RESULT)).toBeDefined();
    const second = await frontedBy(() => Promise.reject(new Error("down")));
    const after = await second.get(RESULT);
    expect(after).toMatchObject({ status: 200, body: PAGE });
    expect(after.headers.get("etag")).toBe(before.headers.get("etag"));
  });

  test("keeps no more than it may", async () => {
    const { get, asked } = await frontedBy(async (path) => published(path), { maxEntries: 2, freshMs: 60_000 });
    for (const name of ["a", "b", "c", "a"]) await get(`/kompetisi/x/hasil/${name}`);
    expect(asked().map((path) => path.at(-1))).toEqual(["a", "b", "c", "a"]);
  });
});

describe("the cache of public pages", () => {
  const page = (/** @type {string} */ text) => ({ status: 200, headers: { "cache-control": "private, no-store", "content-type": "text/html" }, body: Buffer.from(text) });

  test("makes a page once for all strangers who come within a second, and keeps it from other caches", async () => {
    const { get, asked } = await frontedBy(async (path) => page(path));
    for (const path of ["/", "/en", "/kompetisi", "/kompetisi/kipp-2020", "/en/inovasi/INO-2020-ABCDEF/call-centre"]) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => get(path)));
      expect(answers.map(({ body }) => body)).toEqual(Array.from({ length: 5 }, () => path));
      expect(answers[0].headers.get("cache-control")).toBe("private, no-store");
    }
    expect(asked()).toHaveLength(5);
  });

  test("never shows or keeps the page of somebody who is signed in", async () => {
    const { get, asked } = await frontedBy(async () => page("for strangers"));
    for (const name of ["next-auth.session-token", "__Secure-next-auth.session-token"])
      expect((await get("/", { headers: { cookie: `a=b; ${name}=x` } })).body).toBe("from the application");
    expect(asked()).toEqual([]);
    expect((await get("/", { headers: { cookie: "other=1" } })).body).toBe("for strangers");
  });

  test("makes a page anew once somebody has changed something, even while it was being made", async () => {
    let said = "before";
    let hold = Promise.resolve();
    const { cache, get, asked } = await frontedBy(async () => {
      const answer = page(said);
      await hold;
      return answer;
    }, { freshMs: 60_000 });
    expect((await get("/")).body).toBe("before");
    said = "after";
    expect((await get("/")).body).toBe("before");
    cache.doubtPages();
    expect((await get("/")).body).toBe("before");
    await expect.poll(async () => (await get("/")).body).toBe("after");
    expect(asked()).toHaveLength(2);

    let release = () => {};
    hold = new Promise((resolve) => (release = () => resolve(undefined)));
    cache.doubtPages();
    const early = get("/");
    await expect.poll(asked).toHaveLength(3);
    said = "later";
    cache.doubtPages();
    const late = get("/");
    release();
    expect([(await early).body, (await late).body]).toEqual(["after", "after"]);
    await expect.poll(async () => (await get("/")).body).toBe("later");
    expect(asked()).toHaveLength(4);
  });

  test("of a result, who comes after a change reads what has changed, also while an older making is still under way", async () => {
    const path = "/kompetisi/x/hasil/top-99";
    let said = "provisional";
    let hold = Promise.resolve();
    const { cache, get, asked } = await frontedBy(async () => {
      const answer = published(said);
      await hold;
      return answer;
    }, { freshMs: 60_000, patienceMs: 60_000 });
    expect((await get(path)).body).toBe("provisional");
    said = "by decree";
    cache.doubtPages();
    expect((await get(path)).body).toBe("by decree");

    let release = () => {};
    hold = new Promise((resolve) => (release = () => resolve(undefined)));
    cache.doubtPages();
    const early = get(path);
    await expect.poll(asked).toHaveLength(3);
    said = "corrected";
    hold = Promise.resolve();
    cache.doubtPages();
    expect((await get(path)).body).toBe("corrected");
    release();
    await early;
    expect((await get(path)).body).toBe("corrected");
  });

  test("does not let who comes after a change join the first making of a page that began before it", async () => {
    let said = "before";
    let release = () => {};
    let hold = new Promise((resolve) => (release = () => resolve(undefined)));
    const { cache, get, asked } = await frontedBy(async () => {
      const answer = page(said);
      await hold;
      return answer;
    });
    const early = get("/");
    await expect.poll(asked).toHaveLength(1);
    said = "after";
    hold = Promise.resolve();
    cache.doubtPages();
    const late = get("/");
    await expect.poll(asked).toHaveLength(2);
    release();
    await early;
    expect((await late).body).toBe("after");
  });

  test("shows the last one for a while when the application fails, but not after a restart", async () => {
    let fails = false;
    const answering = async () => (fails ? { ...page("broken"), status: 500 } : page("whole"));
    const { get } = await frontedBy(answering, { freshMs: 0 });
    await get("/");
    fails = true;
    expect((await get("/")).body).toBe("whole");
    expect((await (await frontedBy(answering)).get("/")).body).toBe("from the application");
  });

  test("keeps nothing that sets a cookie or is not a page", async () => {
    for (const other of [{ ...page("x"), headers: { "set-cookie": ["a=b"] } }, { ...page("x"), status: 404 }, { ...page("x"), status: 307 }]) {
      const { get } = await frontedBy(async () => other);
      expect((await get("/kompetisi")).body).toBe("from the application");
    }
  });
});

const published = (text = PAGE) => ({ status: 200, headers: { "cache-control": "public, max-age=1", "content-type": "text/html" }, body: Buffer.from(text) });

const storeIn = (/** @type {string} */ place) => publishedStore(place, () => {});

/** @param {(path: string) => Promise<any>} fetchAnswer @param {object} [options] */
async function frontedBy(fetchAnswer, options) {
  /** @type {string[]} */
  const asked = [];
  const cache = new PublicCache({ store: storeIn(folder), fetchAnswer: (path) => (asked.push(path), fetchAnswer(path)) }, options);
  const server = createServer((request, response) => cache.handle(request, response, () => response.end("from the application")));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  closings.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { cache, get: (/** @type {string} */ path, /** @type {any} */ init = {}) => read(port, path, init), asked: () => asked };
}

/** As written, without the tidying of paths that fetch does. @param {number} port @param {string} path @param {{method?: string, headers?: Record<string, string>}} init */
async function read(port, path, { method = "GET", headers = {} }) {
  const { request } = await import("node:http");
  const { brotliDecompressSync } = await import("node:zlib");
  return new Promise((resolve, reject) => {
    const call = request({ port, path, method, headers, agent: false }, async (incoming) => {
      const chunks = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      const body = (incoming.headers["content-encoding"] === "br" ? brotliDecompressSync(bytes) : bytes).toString();
      resolve({ status: incoming.statusCode, headers: new Headers(/** @type {any} */ (incoming.headers)), body });
    });
    call.once("error", reject);
    call.end();
  });
}
