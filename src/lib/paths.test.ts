import { expect, test } from "vitest";
import { anewAt, isOwnPath, localised, withQuery } from "./paths";

const now = new Date(1_700_000_000_000);

test("a form that leads to its own page leads to an address that differs", () => {
  expect(anewAt("/sistem/pengguna", "/sistem/pengguna", now)).toBe("/sistem/pengguna?segar=loyw3v28");
  expect(anewAt("/kelola/x?tahap=a", "/kelola/x?tahap=a", now)).toBe("/kelola/x?tahap=a&segar=loyw3v28");
});

test("a form that leads elsewhere leads exactly there", () => {
  expect(anewAt("/pengajuan/INV-1", "/pengajuan/INV-1/identitas", now)).toBe("/pengajuan/INV-1");
  expect(anewAt("/kelola/x?tahap=b", "/kelola/x?tahap=a", now)).toBe("/kelola/x?tahap=b");
});

test("only a path of the portal itself is followed after signing in", () => {
  expect(["/", "/audit?rantai=1", "/pengajuan/INV-2021-7K3QXM"].every(isOwnPath)).toBe(true);
  expect(["//lain.example", "/\\lain.example", "https://lain.example", "javascript:alert(1)", "", "/\u0000"].some(isOwnPath)).toBe(false);
});

test("English is the same path below /en", () => {
  expect([localised("/", "en"), localised("/inovasi", "en"), localised("/inovasi", "id"), localised("#isi", "en")]).toEqual(["/en", "/en/inovasi", "/inovasi", "#isi"]);
});

test("an empty value leaves nothing in the address", () => {
  expect(withQuery("/audit", { jenis: "", sebelum: undefined, rantai: 1 })).toBe("/audit?rantai=1");
});
