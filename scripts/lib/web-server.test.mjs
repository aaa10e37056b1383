import { connect } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { tellPublicChange } from "../../src/lib/public-change.ts";
import { closeServers, serverWith } from "../../tests/support/web-server.mjs";

afterEach(closeServers);

describe("the web server in front of the application", () => {
  test("passes the application's answer on untouched while all is well", async () => {
    const { get } = await serverWith((request, response) => response.writeHead(201, { "x-own": "yes" }).end("made"));
    const answer = await get("/pengajuan");
    expect([answer.status, answer.headers.get("x-own"), await answer.text()]).toEqual([201, "yes", "made"]);
  });

  test("answers 503 with Retry-After instead of 500 while the database is down", async () => {
    const { get } = await serverWith(fail, { isDown: true });
    const answer = await get("/pengajuan");
    expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("cache-control")]).toEqual([503, "15", "no-store"]);
    expect(await answer.text()).toMatch(/<html lang="id">[\s\S]*yang sudah Anda ketik masih ada di sana/);
  });

  test("shows a published result while the database is down, though nobody had opened it before", async () => {
    const result = "/kompetisi/kipp-2020/hasil/top-99";
    let hasRead = () => {};
    const read = new Promise((resolve) => (hasRead = () => resolve(undefined)));
    let isUp = true;
    const { get } = await serverWith((request, response) => {
      if (!isUp) return fail(request, response);
      if (request.url === "/sitemap.xml") return response.end(`<loc>http://localhost${result}</loc>`);
      response.once("close", hasRead).writeHead(200, { "cache-control": "public, max-age=10", "content-type": "text/html" }).end("Top 99");
    }, { readsAhead: true, isDown: true });
    await read;
    isUp = false;
    expect((await get("/inovasi")).status).toBe(503);
    expect(await (await get(result)).text()).toBe("Top 99");
  });

  test("makes a public page anew after an act that changed something public, and by nobody's stray forms", async () => {
    let made = 0;
    const { get } = await serverWith((request, response) => {
      if (request.method === "POST") return response.writeHead(request.url === "/tidak-ada" ? 404 : 200).end("refused");
      made += 1;
      response.setHeader("content-type", "text/html").end(`made ${made}`);
    }, { cache: { freshMs: 60_000 } });
    expect(await (await get("/")).text()).toBe("made 1");
    const cookie = "next-auth.session-token=of-somebody";
    for (let n = 0; n < 20; n += 1) {
      await get(n % 2 ? "/tidak-ada" : "/masuk", { method: "POST", headers: n % 3 ? {} : { cookie } });
      await get("/");
    }
    expect(made).toBe(1);

    tellPublicChange();
    const next = await Promise.all(Array.from({ length: 20 }, async () => (await get("/")).text()));
    expect(next[0]).toBe("made 1");
    await expect.poll(async () => (await get("/")).text()).toBe("made 2");
    expect(made).toBe(2);
  });

  test("under https tells browsers to stay there, and does nothing for a page without it or a script that does not say where it comes from", async () => {
    const { get, port } = await serverWith((request, response) => response.end("done"), { origin: "https://portal.example" });
    const post = (/** @type {Record<string, string>} */ headers) => get("/masuk", { method: "POST", headers });
    expect((await get("/")).headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect((await post({ origin: `https://127.0.0.1:${port}`, "next-action": "a" })).status).toBe(200);
    expect((await post({ "content-type": "text/plain" })).status).toBe(200);
    for (const headers of [{ origin: `http://127.0.0.1:${port}` }, { "next-action": "a" }]) {
      const answer = await post(headers);
      expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("tidak dikirim dari halaman portal ini")]);
    }
  });

  test("under https says so on pages that stand in for a broken one too", async () => {
    const origin = "https://portal.example";
    const down = await serverWith(fail, { isDown: true, wasDown: true, origin });
    const broken = await serverWith((request, response) => {
      response.statusCode = 500;
      response.end(SCRIPTED);
    }, { origin });
    for (const [{ get }, status] of /** @type {const} */ ([[down, 503], [broken, 500]])) {
      const answer = await get("/pengajuan");
      expect([answer.status, answer.headers.get("strict-transport-security")]).toEqual([status, "max-age=31536000"]);
    }
  });

  test("says nothing of https where the portal has none", async () => {
    const { get, port } = await serverWith((request, response) => response.end("done"));
    expect((await get("/")).headers.has("strict-transport-security")).toBe(false);
    expect((await get("/masuk", { method: "POST", headers: { origin: `http://127.0.0.1:${port}` } })).status).toBe(200);
  });

  test("leaves a failure of the application itself as it is", async () => {
    const { get } = await serverWith(fail, { isDown: false });
    const answer = await get("/pengajuan");
    expect([answer.status, answer.headers.get("x-own"), await answer.text()]).toEqual([500, "yes", "broken page"]);
  });

  test("answers without asking the application once it knows that the database is down", async () => {
    let asked = 0;
    const { get } = await serverWith((request, response) => {
      asked += 1;
      fail(request, response);
    }, { isDown: true, wasDown: true });
    expect((await get("/pengajuan")).status).toBe(503);
    expect(asked).toBe(0);
  });

  test("serves the framework's own files while the database is down", async () => {
    const { get } = await serverWith((request, response) => response.end("script"), { isDown: true, wasDown: true });
    expect(await (await get("/_next/static/a.js")).text()).toBe("script");
  });

  test("speaks English below /en, JSON to programs and plain text to a form", async () => {
    const { get } = await serverWith(fail, { isDown: true });
    expect(await (await get("/en/pengajuan")).text()).toContain('<html lang="en">');
    expect(await (await get("/api/simpan", { method: "POST" })).json()).toEqual({ error: "unavailable" });
    expect((await get("/pengajuan", { method: "POST", headers: { "next-action": "1", origin: "http://localhost" } })).headers.get("content-type")).toContain("text/plain");
  });

  test("takes off headers that only the house may set", async () => {
    const { get } = await serverWith((request, response) => response.end(JSON.stringify(request.headers)));
    const sent = { "x-middleware-subrequest": "a", "x-sinovik-path": "/", "x-sinovik-within": "mine", "x-nextjs-data": "1", "x-forwarded-for": "9.9.9.9", "x-request-id": "mine", rsc: "1" };
    const seen = await (await get("/", { headers: sent })).json();
    expect(seen).toMatchObject({ rsc: "1", "x-forwarded-for": "127.0.0.1" });
    expect(Object.keys(seen).filter((name) => /^x-(middleware|sinovik|nextjs)-/.test(name))).toEqual(["x-sinovik-within"]);
    expect([seen["x-request-id"], seen["x-sinovik-within"]]).not.toContain("mine");
  });

  test.each([["by script alone", SCRIPTED], ["with nothing", ""]])("sends the finished page of an unknown address, to the same person, where 'not found' is said %s", async (_, said) => {
    const { get } = await serverWith((request, response) => {
      response.statusCode = 404;
      const { cookie, "x-sinovik-asked": asked } = request.headers;
      response.end(request.url === "/en/tidak-ditemukan" ? `<h1>Not found</h1> ${cookie} ${asked}` : said);
    });
    const answer = await get("/en/pengajuan/INV?x=1", { headers: { cookie: "who=me", "x-sinovik-asked": "/forged" } });
    expect([answer.status, await answer.text()]).toEqual([404, "<h1>Not found</h1> who=me /pengajuan/INV?x=1"]);
  });

  test.each([["gzip", gzipSync], ["br", brotliCompressSync]])("sends finished pages instead of scripted ones that came packed as %s", async (encoding, pack) => {
    const { get } = await serverWith((request, response) => {
      if (request.url === "/tidak-ditemukan") return response.writeHead(404).end("<h1>Not found</h1>");
      response.writeHead(request.url === "/broken" ? 500 : 404, { "content-type": "text/html", "content-encoding": encoding }).end(pack(SCRIPTED));
    });
    const [unknown, broken] = [await get("/inovasi/INO-X"), await get("/broken")];
    expect([unknown.status, await unknown.text()]).toEqual([404, "<h1>Not found</h1>"]);
    expect([broken.status, broken.headers.get("content-encoding")]).toEqual([500, null]);
    expect(await broken.text()).toMatch(/<html lang="id">[\s\S]*sebutkan kode ini/);
  });

  test.each([["/inovasi/%ff", "/tidak-ditemukan"], ["/en/undangan/%E0%A4?x=1", "/en/tidak-ditemukan"], ["/inovasi/%C3%A9?cari=%ff", "/inovasi/%C3%A9?cari=%ff"]])(
    "%s is asked for as %s", async (path, asked) => {
      const { get } = await serverWith((request, response) => response.end(request.url));
      expect(await (await get(path)).text()).toBe(asked);
    });

  test("leaves a 'not found' that is readable as it is", async () => {
    const { get } = await serverWith((request, response) => response.writeHead(404, { "x-own": "yes" }).end("nothing here"));
    const answer = await get("/data.csv");
    expect([answer.status, answer.headers.get("x-own"), await answer.text()]).toEqual([404, "yes", "nothing here"]);
  });

  test("answers nobody who names two hosts", async () => {
    const { port } = await serverWith((request, response) => response.end("made"));
    const line = connect(port, "127.0.0.1");
    line.write("GET /masuk HTTP/1.1\r\nhost: satu.example\r\nHost: dua.example\r\nconnection: close\r\n\r\n");
    expect(String(Buffer.concat(await line.toArray()))).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("takes the caller's address from the proxy, and not from what the caller told the proxy", async () => {
    const { get } = await serverWith((request, response) => response.end(request.headers["x-forwarded-for"]), { trustProxy: true });
    expect(await (await get("/masuk", { headers: { "x-forwarded-for": "9.9.9.9, 192.0.2.7" } })).text()).toBe("192.0.2.7");
    const told = ["9.9.9.9, 192.0.2.7:1000", "9.9.9.9:80, [2001:db8::1]:443", "[2001:db8::1]", "2001:db8::1"];
    const heard = await Promise.all(told.map(async (header) => (await get("/masuk", { headers: { "x-forwarded-for": header } })).text()));
    expect(heard).toEqual(["192.0.2.7", "2001:db8::1", "2001:db8::1", "2001:db8::1"]);
  });

  test("sends a page with a code for the helpdesk where a page broke and only a script would say so", async () => {
    const { get } = await serverWith((request, response) => {
      response.statusCode = 500;
      response.end(SCRIPTED);
    });
    const answer = await get("/pengajuan");
    expect(answer.status).toBe(500);
    expect(await answer.text()).toMatch(/<html lang="id">[\s\S]*sebutkan kode ini kepada penyelenggara: <strong>[0-9a-f]{8}-\w+</);
  });

  test("tells whether it lives and whether it is ready", async () => {
    const { get } = await serverWith(fail, { isDown: true });
    expect((await get("/api/health/live")).status).toBe(200);
    expect((await get("/api/health/ready")).status).toBe(503);
  });

  test("says that nothing can be stored where that is so, and goes on showing pages", async () => {
    const { get } = await serverWith((request, response) => response.end("a page"), { isFull: true });
    const ready = await get("/api/health/ready");
    expect([ready.status, await ready.json()]).toEqual([503, { status: "read-only", because: "the database has no room to store anything" }]);
    expect(await (await get("/pengajuan")).text()).toBe("a page");
  });

  test("says that it is busy, and not down, where the database answers and had no connection to spare", async () => {
    const { get } = await serverWith(fail, { isCrowded: true });
    const answer = await get("/pengajuan");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(await answer.text()).toContain("sangat ramai");
  });
});

/** What Next sends when only its script will fill the page. */
const SCRIPTED = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>';

/** @type {import("../../tests/support/web-server.mjs").Handler} */
function fail(request, response) {
  response.setHeader("x-own", "yes");
  response.statusCode = 500;
  response.write("broken ");
  response.end("page");
}
