import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { closeServers, serverWith } from "../../tests/support/web-server.mjs";

const ONE_PLACE = { atWork: 1, waiting: 1, patienceMs: 5_000 };
const NOBODY_WAITS = { ...ONE_PLACE, waiting: 0 };

afterEach(closeServers);

describe("when more is asked than can be done at once", () => {
  test("requests beyond the limit wait, and are answered in the order in which they came", async () => {
    const { get, askedSoFar, finish, occupy } = await application({ ...ONE_PLACE, waiting: 2 });
    await occupy();
    const answers = [get("/b")];
    await pause(20);
    answers.push(get("/c"));
    await pause(50);

    expect(askedSoFar()).toEqual(["/a"]);
    await finish("/a");
    await finish("/b");
    await finish("/c");
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
    expect(askedSoFar()).toEqual(["/a", "/b", "/c"]);
  });

  test("who finds the queue full is told so at once, on a finished page that says that nothing is saved", async () => {
    const { get, askedSoFar, occupy } = await application(NOBODY_WAITS);
    await occupy();

    const answer = await get("/pengajuan");

    expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("cache-control")]).toEqual([503, "10", "no-store"]);
    expect(await answer.text()).toMatch(/<html lang="id">[\s\S]*sangat ramai[\s\S]*belum tersimpan[\s\S]*yang sudah Anda ketik masih ada di sana/);
    expect(await (await get("/en/pengajuan")).text()).toContain("very busy");
    expect(await (await get("/api/jawaban", { method: "PATCH", body: "{}" })).json()).toEqual({ error: "busy" });
    expect(await (await get("/pengajuan", { method: "POST", headers: { "next-action": "1", origin: "http://localhost" } })).text()).toMatch(/^Sinovik: Terlalu banyak orang/);
    expect(askedSoFar()).toEqual(["/a"]);
  });

  test("who has waited too long is told the same", async () => {
    const { get, askedSoFar, occupy } = await application({ ...ONE_PLACE, patienceMs: 30 });
    await occupy();
    expect((await get("/b")).status).toBe(503);
    expect(askedSoFar()).toEqual(["/a"]);
  });

  test("who goes away while waiting is not worked for, and the next one is", async () => {
    const { get, askedSoFar, finish, occupy } = await application({ ...ONE_PLACE, waiting: 2 });
    await occupy();
    const gone = new AbortController();
    const left = get("/b", { signal: gone.signal }).catch(() => "left");
    await pause(30);
    const last = get("/c");
    await pause(30);
    gone.abort();
    expect(await left).toBe("left");
    await pause(30);

    await finish("/a");
    await finish("/c");
    expect((await last).status).toBe(200);
    expect(askedSoFar()).toEqual(["/a", "/c"]);
  });

  test("a place is free again when its request is broken off", async () => {
    const { get, asked, finish } = await application(ONE_PLACE);
    const gone = new AbortController();
    const left = get("/a", { signal: gone.signal }).catch(() => "left");
    await asked("/a");
    gone.abort();
    await left;
    const next = get("/b");
    await finish("/b");
    expect((await next).status).toBe(200);
  });

  test("health, files and published results are answered meanwhile", async () => {
    const { get, occupy } = await application(NOBODY_WAITS);
    await occupy();
    for (const path of ["/api/health/live", "/_next/static/a.js", "/kompetisi/kipp/hasil/top-99"]) {
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    }
  });
});

describe("who means no good", () => {
  test("takes no place for ever by sending requests ahead and going away", async () => {
    const { get, asked, finish, port } = await application(ONE_PLACE);
    const line = connect(port, "127.0.0.1");
    line.write(["/1", "/2", "/3"].map((path) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`).join(""));
    await asked("/1");
    line.destroy();
    const next = get("/a");
    await finish("/a");
    expect((await next).status).toBe(200);
  });

  test("takes one place by many requests on one connection, and none by a line of them without end", async () => {
    const { get, asked, askedSoFar, finish, port } = await application({ ...ONE_PLACE, atWork: 2, waiting: 0 });
    const ahead = (/** @type {number} */ count) => "GET /1 HTTP/1.1\r\nhost: x\r\n\r\n".repeat(count);
    const line = connect(port, "127.0.0.1");
    line.write(ahead(3));
    await asked("/1");
    const other = get("/a");
    await finish("/a");
    expect((await other).status).toBe(200);
    expect(askedSoFar()).toEqual(["/1", "/a"]);

    line.on("error", () => {}).write(ahead(1_000));
    await once(line.resume(), "close");
  });

  test("takes no place by not reading the answer, and no more memory than others leave", async () => {
    /** @type {string[]} */
    const givenUp = [];
    const { get, port } = await serverWith(({ url = "" }, response) => {
      if (url === "/a") return response.end("done");
      response.once("close", () => givenUp.push(url));
      for (let part = 0; part < 16; part += 1) response.write(Buffer.alloc(1024 * 1024));
      response.end();
    }, { limits: NOBODY_WAITS, mostUnread: 2 });
    const lines = ["/1", "/2", "/3"].map((path) => {
      const line = connect(port, "127.0.0.1").pause();
      return line.on("error", () => {}), line.write(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`), line;
    });
    await expect.poll(() => givenUp).toEqual(["/1"]);
    expect((await get("/a")).status).toBe(200);
    for (const line of lines) line.destroy();
  });

  test("takes no place of others by a long text that does not come to its end", async () => {
    const { get, port } = await serverWith((request, response) => {
      if (request.method === "GET") return response.end("done");
      request.resume().once("end", () => response.end("read"));
    }, { limits: NOBODY_WAITS });
    const line = connect(port, "127.0.0.1");
    line.write(`POST /kirim HTTP/1.1\r\nhost: x\r\ncontent-length: 900000\r\n\r\n${"a".repeat(300_000)}`);
    await pause(100);
    expect((await get("/a")).status).toBe(200);
    line.destroy();
  });

  test("gets past the limit only for files that are there to be sent", async () => {
    const { get, occupy } = await application(NOBODY_WAITS);
    await occupy();
    const status = async (/** @type {string} */ path, method = "GET") => (await get(path, { method })).status;
    expect(await Promise.all([status("/_next/image?url=x"), status("/_next/x"), status("/favicon.ico"), status("/_next/static/a.js", "POST")])).toEqual([503, 503, 503, 503]);
  });

  test("makes no page anew by forms that nobody has worked on", async () => {
    const { get, askedSoFar, finish, occupy } = await application(NOBODY_WAITS);
    const first = get("/");
    await finish("/");
    expect((await first).status).toBe(200);
    await occupy();
    expect((await get("/masuk", { method: "POST" })).status).toBe(503);
    expect((await get("/")).status).toBe(200);
    expect(askedSoFar()).toEqual(["/", "/a"]);
  });
});

describe("what belongs to a request that has its place", () => {
  test("the page that says 'not found' needs no second one", async () => {
    const { get } = await serverWith((request, response) => {
      response.statusCode = 404;
      response.end(request.url === "/tidak-ditemukan" ? "<h1>Tidak ditemukan</h1>" : '<html id="__next_error__">');
    }, { limits: ONE_PLACE });
    expect(await (await get("/tidak/ada")).text()).toBe("<h1>Tidak ditemukan</h1>");
  });

  test("the page after a form, for which the application asks with the headers it was given, needs no second one", async () => {
    const { get } = await serverWith(async ({ url, headers }, response) => {
      if (url === "/berikut") return response.end("the next page");
      const given = Object.entries(headers).filter(([name]) => name.startsWith("x-") || name === "rsc");
      response.end(await (await get("/berikut", { headers: /** @type {[string, string][]} */ (given) })).text());
    }, { limits: NOBODY_WAITS });
    expect(await (await get("/kirim")).text()).toBe("the next page");
  });

  test("nobody outside gets in by saying so", async () => {
    const { get, occupy } = await application(NOBODY_WAITS);
    await occupy();
    expect((await get("/b", { headers: { "x-sinovik-within": "1", "x-sinovik-internal": "1" } })).status).toBe(503);
  });
});

describe("a text that comes on a slow line", () => {
  test.each([["of a known length", "content-length: 10", ["0123", "456789"]], ["in chunks", "transfer-encoding: chunked", ["4\r\n0123\r\n", "6\r\n456789\r\n0\r\n\r\n"]]])(
    "%s takes no place before it is there, and then is read whole", async (_, header, [start, rest]) => {
      const { get, port } = await serverWith(async (request, response) => {
        const parts = [];
        for await (const part of request) parts.push(part);
        response.end(Buffer.concat(parts));
      }, { limits: NOBODY_WAITS });
      const line = connect(port, "127.0.0.1");
      line.write(`POST /kirim HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${header}\r\n\r\n${start}`);
      await pause(60);

      expect((await get("/a")).status).toBe(200);

      line.write(String(rest));
      let answer = "";
      for await (const part of line) answer += part;
      expect(answer).toMatch(/^HTTP\/1\.1 200[\s\S]*0123456789/);
    });

  test("longer than what is kept unread is begun with", async () => {
    const { get } = await serverWith(async (request, response) => {
      let size = 0;
      for await (const part of request) size += part.length;
      response.end(String(size));
    }, { limits: NOBODY_WAITS });
    expect(await (await get("/kirim", { method: "POST", body: "a".repeat(400_000) })).text()).toBe("400000");
  });
});

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** An application that finishes a request when the test says so, and published results and files at once. @param {typeof ONE_PLACE} limits */
async function application(limits) {
  /** @type {string[]} */
  const paths = [];
  /** @type {Map<string, () => void>} */
  const open = new Map();
  const server = await serverWith(({ url = "" }, response) => {
    if (url === "/sitemap.xml") return response.writeHead(404).end("nothing is published");
    if (/^\/(_next|kompetisi)\//.test(url)) return response.writeHead(200, { "cache-control": "public" }).end("for everybody");
    paths.push(url);
    open.set(url, () => response.end("done"));
  }, { limits });
  const asked = async (/** @type {string} */ path) => {
    while (!open.has(path)) await pause(5);
  };
  const finish = async (/** @type {string} */ path) => {
    await asked(path);
    open.get(path)?.();
  };
  /** Takes the only place, to the end of the test. */
  const occupy = async () => {
    server.get("/a").catch(() => "the server is gone");
    await asked("/a");
  };
  return { ...server, asked, askedSoFar: () => paths, finish, occupy };
}
