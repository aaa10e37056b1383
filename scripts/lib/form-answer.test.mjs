import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { closeServers, serverWith } from "../../tests/support/web-server.mjs";

/** @typedef {import("../../tests/support/web-server.mjs").Handler} Handler */

const told = /** @type {{get: () => Map<string, unknown>}} */ ({ get: () => /** @type {any} */ (globalThis)[Symbol.for("sinovik.forms")] });
const SIGNED_OUT = { outcome: "refused", title: "Tidak berhasil", because: ["Sesi Anda sudah berakhir."], key: "common.errors.signedOut" };
const SCRIPTED_PAGE = '<!DOCTYPE html><html id="__next_error__"><body></body></html>';

afterEach(closeServers);

/** A form as a browser sends it without a script. @param {Record<string, string>} [more] */
function formOf(more = {}) {
  const form = new FormData();
  const fields = { $ACTION_REF_1: "", "$ACTION_1:0": '{"id":"60aa","bound":"$@1"}', $writer: "w1", "$area:body": "Ringkasan", body: "Baris satu\nBaris <dua> & \"tiga\"", "$line:title": "Judul", title: "Posyandu", version: "3", ...more };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** The application has read the form, says something of it, and answers. @param {(exchange: {request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse, id: string}) => void} answer @returns {Handler} */
const afterReading = (answer) => (request, response) => {
  let isWhole = true;
  request.once("error", () => (isWhole = false));
  request.resume().once("end", () => isWhole && answer({ request, response, id: String(request.headers["x-request-id"]) }));
};

describe("a form whose page its sender may not see any more", () => {
  test.each([
    ["identity", (/** @type {string} */ text) => Buffer.from(text)], ["gzip", gzipSync], ["br", brotliCompressSync],
  ])("is answered by its words, the reason and the way on, where 'not found' comes as %s", async (encoding, pack) => {
    const { get } = await serverWith(afterReading(({ response, id }) => {
      told.get().set(id, SIGNED_OUT);
      response.writeHead(404, { "content-type": "text/html", ...(encoding === "identity" ? {} : { "content-encoding": encoding }) }).end(pack(SCRIPTED_PAGE));
    }));
    const answer = await get("/pengajuan/INV-1/isi/ringkasan?dari=periksa", { method: "POST", body: formOf() });
    const text = await answer.text();
    expect([answer.status, answer.headers.get("cache-control"), answer.headers.get("content-encoding")]).toEqual([403, "no-store", null]);
    expect(text).toContain('<html lang="id">');
    expect(text).toContain("Sesi Anda sudah berakhir.");
    expect(text).toContain('href="/masuk?kembali=%2Fpengajuan%2FINV-1%2Fisi%2Fringkasan%3Fdari%3Dperiksa" target="_blank"');
    expect(text).toContain('<form method="post" action="/pengajuan/INV-1/isi/ringkasan?dari=periksa" enctype="multipart/form-data">');
    expect(text).toMatch(/<label for="(box-\d+)">Ringkasan<\/label><textarea id="\1" name="body"[^>]*>\nBaris satu\r?\nBaris &lt;dua&gt; &amp; &quot;tiga&quot;<\/textarea>/);
    expect(text).toMatch(/<label for="(box-\d+)">Judul<\/label><input type="text" id="\1" name="title" value="Posyandu"/);
    expect(text).toContain('name="$ACTION_1:0" value="{&quot;id&quot;:&quot;60aa&quot;,&quot;bound&quot;:&quot;$@1&quot;}"');
    expect(told.get().size).toBe(0);
  });

  test.each([
    ["of another site", { origin: "http://penyerang.example" }], ["of a page that hides where it is", { origin: "null" }],
    ["of another name of this site", { "sec-fetch-site": "same-site" }], ["told of by its page alone", { referer: "http://penyerang.example/a" }],
  ])("%s is not held, nor asked of the application: its words are a stranger's", async (_, headers) => {
    let asked = 0;
    const { get } = await serverWith(afterReading(({ response }) => {
      asked += 1;
      response.writeHead(500).end("Invalid Server Actions request.");
    }));
    const answer = await get("/sistem/pengguna", { method: "POST", body: formOf(), headers });
    const text = await answer.text();
    expect([answer.status, asked, text.includes("Posyandu"), text.includes("<form")]).toEqual([403, 0, false, false]);
    expect(text).toContain("tidak dikirim dari halaman portal ini");
  });

  test("of our own page is held where the application broke, whichever of our names it was asked by", async () => {
    const { get, port } = await serverWith(afterReading(({ response }) => response.writeHead(500).end("broken")));
    for (const origin of [`http://127.0.0.1:${port}`, "http://localhost"]) {
      const answer = await get("/sistem/pengguna", { method: "POST", body: formOf(), headers: { origin, "sec-fetch-site": "same-origin" } });
      expect([answer.status, (await answer.text()).includes("Posyandu")]).toEqual([500, true]);
    }
  });

  test("speaks the language of its page and comes back to it", async () => {
    const { get } = await serverWith(afterReading(({ response, id }) => {
      told.get().set(id, { ...SIGNED_OUT, because: ["Your session has ended."] });
      response.writeHead(307, { location: "/en/masuk" }).end();
    }));
    const answer = await get("/en/penilaian/1", { method: "POST", body: formOf(), redirect: "manual" });
    const text = await answer.text();
    expect([answer.status, answer.headers.get("location")]).toEqual([403, null]);
    expect(text).toMatch(/<html lang="en">[\s\S]*Send again/);
    expect(text).toContain('href="/en/masuk?kembali=%2Fpenilaian%2F1"');
  });

  test("keeps the words where the page is shown without its form", async () => {
    const { get } = await serverWith(afterReading(({ response, id }) => {
      told.get().set(id, { ...SIGNED_OUT, because: ["Pendaftaran sudah ditutup."], key: "submission.refused.closed" });
      response.end(`<p>Posyandu lama</p><script>{"answers":"${id}"}</script>`);
    }));
    const text = await (await get("/pengajuan/INV-1/identitas", { method: "POST", body: formOf() })).text();
    expect(text).toContain("Pendaftaran sudah ditutup.");
    expect(text).toContain('value="Posyandu"');
    expect(text).not.toContain("/masuk");
  });

  test("is left to the application where its page shows it with the reason", async () => {
    const { get } = await serverWith(afterReading(({ response, id }) => {
      told.get().set(id, SIGNED_OUT);
      response.end(`<form data-answers="${id}">`);
    }));
    const answer = await get("/pengajuan/mulai", { method: "POST", body: formOf() });
    expect([answer.status, (await answer.text()).slice(0, 18)]).toEqual([200, '<form data-answers']);
  });

  test("is never shown in the page of somebody else who signed in meanwhile", async () => {
    const { get } = await serverWith(afterReading(({ response, id }) => {
      told.get().set(id, { ...SIGNED_OUT, because: ["Akun lain sedang masuk di peramban ini."], key: "common.errors.otherPerson" });
      response.end(`<form data-answers="${id}"><input name="title" value="Posyandu"></form>`);
    }));
    const answer = await get("/pengajuan/INV-1/identitas", { method: "POST", body: formOf() });
    const text = await answer.text();
    expect([answer.status, text.includes("data-answers"), text.includes('name="$writer" value="w1"')]).toEqual([403, false, true]);
  });

  test("shows no password, and asks for it again", async () => {
    const { get } = await serverWith(afterReading(({ response, id }) => {
      told.get().set(id, SIGNED_OUT);
      response.writeHead(404).end(SCRIPTED_PAGE);
    }));
    const text = await (await get("/kelola/x", { method: "POST", body: formOf({ "$secret:password": "Kata sandi", password: "rahasia-sekali" }) })).text();
    expect(text).toContain('<input type="password"');
    expect(text).not.toContain("rahasia-sekali");
  });
});

test("a form that was taken is not carried on to the next page", async () => {
  const { get } = await serverWith(afterReading(({ response, id }) => {
    told.get().set(id, { outcome: "done" });
    response.writeHead(307, { location: "/ruang" }).end();
  }));
  const answer = await get("/pengajuan", { method: "POST", body: formOf(), redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/ruang"]);
});

describe("a form that this build does not know", () => {
  /** @param {number} status */
  const unknown = (status) => afterReading(({ response }) => {
    response.writeHead(status, { "x-nextjs-action-not-found": "1", "content-type": "text/plain" }).end("Server action not found.");
  });

  test.each([400, 404, 409])("keeps its words where Next answers %i", async (status) => {
    const { get } = await serverWith(unknown(status));
    const answer = await get("/pengajuan/INV-1/identitas", { method: "POST", body: formOf() });
    const text = await answer.text();
    expect(answer.status).toBe(409);
    expect(text).toContain("Portal baru diperbarui");
    expect(text).toContain('value="Posyandu"');
  });

  test("tells a script so, and a stranger in both languages", async () => {
    const { get } = await serverWith(unknown(400));
    const answer = await get("/", { method: "POST", headers: { "next-action": "x", origin: "http://localhost" }, body: formOf() });
    expect([answer.status, answer.headers.get("x-nextjs-action-not-found"), answer.headers.get("content-type")]).toEqual([400, "1", "text/plain"]);
    expect(await answer.text()).toBe(
      "Sinovik: Portal tidak mengenali formulir yang dikirim. Muat ulang halamannya, lalu kirim lagi. The portal does not know the form that was sent. Reload its page, and send it again.");
  });
});

describe("a form that nobody could take", () => {
  test("keeps its words while the database is down, and asks to be sent again", async () => {
    const { get } = await serverWith(() => {}, { isDown: true, wasDown: true });
    const answer = await get("/pengajuan/INV-1/identitas", { method: "POST", body: formOf() });
    const text = await answer.text();
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "15"]);
    expect(text).toContain('value="Posyandu"');
    expect(text).toContain("Kirim lagi");
  });

  test("keeps its words where the page broke, with the code of the log", async () => {
    const { get } = await serverWith(afterReading(({ response }) => response.writeHead(500).end("broken")));
    const answer = await get("/pengajuan/INV-1/identitas", { method: "POST", body: formOf() });
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toMatch(/sebutkan kode ini kepada penyelenggara: [0-9a-f]{8}-\w+/);
    expect(text).toContain('value="Posyandu"');
  });
});

describe("a form larger than any of ours", () => {
  /** @param {number} fields */
  const many = (fields) => formOf(Object.fromEntries(Array.from({ length: fields }, (_, number) => [`_1_${number.toString(36)}`, ""])));
  const takes = () => {
    let taken = 0;
    return { taken: () => taken, handle: afterReading(({ response }) => void ((taken += 1), response.end("taken"))) };
  };

  test("is taken with 1,500 fields and refused with 15,000, which the application never reads", async () => {
    const { taken, handle } = takes();
    const { get } = await serverWith(handle);
    expect(await (await get("/masuk", { method: "POST", body: many(1_500) })).text()).toBe("taken");
    const answer = await get("/masuk", { method: "POST", body: many(15_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toMatch(/<html lang="id">[\s\S]*paling banyak berisi 2.000 isian[\s\S]*2,000 fields/);
    expect(taken()).toBe(1);
  });

  test("is refused in words to a script", async () => {
    const { get } = await serverWith(takes().handle);
    const answer = await get("/en/masuk", { method: "POST", headers: { "next-action": "1", origin: "http://localhost" }, body: many(15_000) });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([413, "text/plain"]);
    expect(await answer.text()).toMatch(/^Sinovik: One form may hold 2,000 fields/);
  });

  test("is refused by the length that it says, and by the one that it has", async () => {
    const { taken, handle } = takes();
    const { get } = await serverWith(handle);
    const body = formOf({ body: "x".repeat(1_100_000) });
    expect((await get("/masuk", { method: "POST", body })).status).toBe(413);
    const sent = new Request("http://x", { method: "POST", body });
    const { status } = await get("/masuk", /** @type {any} */ ({ method: "POST", headers: { "content-type": sent.headers.get("content-type") }, body: sent.body, duplex: "half" }));
    expect(status).toBe(413);
    expect(taken()).toBe(0);
  });

  test("is refused where its first field asks for all others again and again", async () => {
    const { get } = await serverWith(takes().handle);
    for (const written of ['"$K1"', '"\\u0024K1"', '"$\\u004b1"', '"$\\u004B1"']) {
      const body = formOf({ 0: `[${Array.from({ length: 5_000 }, () => written).join(",")}]` });
      expect((await get("/masuk", { method: "POST", headers: { "next-action": "1", origin: "http://localhost" }, body })).status, written).toBe(413);
    }
  });

  test.each(["multipart/form-data; boundary=x; boundary=y", 'multipart/form-data; boundary=x; foo="boundary=y"', "multipart/form-data; yboundary=y; boundary=x", "multipart/form-data", "multipart/mixed; boundary=x"])(
    "is refused where its parts cannot be counted: %s", async (type) => {
      const { taken, handle } = takes();
      const { get } = await serverWith(handle);
      const body = `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n`;
      expect((await get("/masuk", { method: "POST", headers: { "content-type": type }, body })).status).toBe(413);
      expect(taken()).toBe(0);
    });
});
