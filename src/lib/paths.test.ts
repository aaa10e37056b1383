import fc from "fast-check";
import { expect, test } from "vitest";
import { anewAt, localised, ownPath, withQuery } from "./paths";

const now = new Date(1_700_000_000_000);

test("a form that leads to its own page leads to an address that differs", () => {
  expect(anewAt("/sistem/pengguna", "/sistem/pengguna", now)).toBe("/sistem/pengguna?segar=loyw3v28");
  expect(anewAt("/kelola/x?tahap=a", "/kelola/x?tahap=a", now)).toBe("/kelola/x?tahap=a&segar=loyw3v28");
});

test("a form that leads elsewhere leads exactly there", () => {
  expect(anewAt("/pengajuan/INV-1", "/pengajuan/INV-1/identitas", now)).toBe("/pengajuan/INV-1");
  expect(anewAt("/kelola/x?tahap=b", "/kelola/x?tahap=a", now)).toBe("/kelola/x?tahap=b");
});

test("an address of the portal itself is followed as it is", () => {
  const own = ["/", "/audit?rantai=1", "/pengajuan/INV-2021-7K3QXM", "/en/ruang?kembali=%2Fpengajuan#isi", "/kelola/x/peringkat?hasil=top%2099"];
  expect(own.map(ownPath)).toEqual(own);
});

test("dots are resolved before it is followed", () => {
  expect(["/en/../audit", "/./audit", "/kelola/%2e%2e/audit"].map(ownPath)).toEqual(["/audit", "/audit", "/audit"]);
});

test.each([
  "//lain.example", "/\\lain.example", "https://lain.example", "javascript:alert(1)", "", "/\u0000", "/a b", "masuk",
  "/..//lain.example/x", "/.//lain.example/x", "/./\\lain.example/x", "/%2e%2e//lain.example/x", "/en//lain.example/x", "/en/..//lain.example",
  "/%2F%2Flain.example", "/%5clain.example", "/%252e%252e//lain.example", "/..%252f%252flain.example", "/%09/lain.example",
])("%j is followed nowhere", (address) => {
  expect(ownPath(address)).toBeUndefined();
});

test("whatever is made of dots, slashes, encodings and control characters stays on this site, in both languages", () => {
  const part = fc.constantFrom(
    "/", "\\", ".", "..", "%2e", "%2E%2e", "%2f", "%5C", "%25", "%252f", "%09", "\t", "\n", "\r", "\u0000", " ", "\u00a0", "@", ":", "?", "#", ";", "en", "a", "lain.example", "http:", "javascript:",
  );
  const address = fc.array(part, { maxLength: 12 }).map((parts) => `/${parts.join("")}`);
  fc.assert(
    fc.property(address, fc.constantFrom("https://portal.example", "http://localhost:3000"), (asked, origin) => {
      const path = ownPath(asked);
      if (path === undefined) return;
      for (const followed of [path, localised(path, "en"), decodeURIComponent(path.replace(/%(?![0-9a-f]{2})/gi, "%25"))]) {
        const here = new URL(followed, `${origin}/masuk`);
        expect(here.origin).toBe(origin);
        // The framework resolves an address once more, and without its host.
        expect(new URL(here.pathname + here.search + here.hash, origin).origin).toBe(origin);
      }
      expect(ownPath(path)).toBe(path);
    }),
    { numRuns: 5_000 },
  );
});

test("English is the same path below /en", () => {
  expect([localised("/", "en"), localised("/inovasi", "en"), localised("/inovasi", "id"), localised("#isi", "en")]).toEqual(["/en", "/en/inovasi", "/inovasi", "#isi"]);
});

test("an empty value leaves nothing in the address", () => {
  expect(withQuery("/audit", { jenis: "", sebelum: undefined, rantai: 1 })).toBe("/audit?rantai=1");
});
