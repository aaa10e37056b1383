import { createHash } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson } from "../../support/journey-people";

/** Set by decree in the demonstration, and no other journey looks for who stands at its line. */
const EDITION = "kipp-2020";
const CODE = "KIPP-2020";
const RESULT = "top-45";
const PUBLIC = `/kompetisi/${EDITION}/hasil/${RESULT}`;
const REASON = "Keberatan atas penilaian satu entri dikabulkan sidang pleno.";

let page: Page;
let out: string;
let into: string;

test("a list that was set by decree goes back with a reason, another person publishes the correction, and everybody reads what changed", async ({ page: opened, browser }) => {
  test.setTimeout(180_000);
  page = opened;
  await arriveAs(page.context(), await givenPerson({ role: "SECRETARIAT", name: "Pembetul Daftar", edition: EDITION }));
  await whenTheSecretariatGivesTheListBack();
  await whenOneEntryIsExchanged();
  await whenTheSetIsDeclaredReady();
  await thenThePublicStillReadsTheFirstVersion();

  await page.context().clearCookies();
  await arriveAs(page.context(), await givenPerson({ role: "PUBLISHER", name: "Penerbit Pembetulan", edition: EDITION }));
  await whenAnotherPersonPublishesTheCorrection();

  page = await (await browser.newContext({ baseURL: process.env.BASE_URL, locale: "id-ID" })).newPage();
  await thenEverybodyReadsWhatChangedAndWhy();
  await thenTheFirstVersionIsMarkedAsReplaced();
  await thenEveryListedFileHasItsHash();
  await page.context().close();
});

async function whenTheSecretariatGivesTheListBack() {
  await page.goto(`/kelola/${EDITION}/penetapan/${RESULT}`);
  await expect(page.getByRole("heading", { name: "Betulkan daftar yang sudah ditetapkan" })).toBeVisible();
  await page.getByLabel("Alasan yang akan dibaca publik").fill("salah");
  await page.getByLabel("Ketik kode edisi").fill(CODE);
  await page.getByRole("button", { name: "Kembalikan ke penyusunan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "paling sedikit 10 karakter" }).first()).toBeVisible();
  await page.getByLabel("Alasan yang akan dibaca publik").fill(REASON);
  await page.getByRole("button", { name: "Kembalikan ke penyusunan" }).click();
  await expect(page.getByText("Sedang disusun", { exact: true })).toBeVisible();
}

async function whenOneEntryIsExchanged() {
  out = await move("Keluarkan");
  into = await move("Masukkan");
}

/** A link near the line that takes an entry out, and the first that takes another one in; gives the code of the entry. */
async function move(step: "Keluarkan" | "Masukkan"): Promise<string> {
  const links = page.getByRole("link", { name: new RegExp(`^${step} (?!${out} )INV-\\S+ (dari|ke) Top 45$`) });
  const link = step === "Masukkan" ? links.first() : links.nth((await links.count()) > 4 ? 4 : 0);
  const code = /INV-\S+/.exec((await link.getAttribute("aria-label")) ?? "")![0];
  await link.click();
  await page.getByLabel("Alasan", { exact: true }).fill("Putusan sidang pleno atas keberatan peserta.");
  await page.getByRole("button", { name: "Catat perubahan" }).click();
  await expect(page.getByRole("row").filter({ hasText: code }).filter({ hasText: "Putusan sidang pleno atas keberatan peserta." })).toBeVisible();
  return code;
}

async function whenTheSetIsDeclaredReady() {
  await page.getByRole("button", { name: "Nyatakan siap diterbitkan" }).click();
  await expect(page.getByText("Siap diterbitkan", { exact: true })).toBeVisible();
}

async function thenThePublicStillReadsTheFirstVersion() {
  const data = await (await page.request.get(`${PUBLIC}/data.json`)).json() as { version: number };
  expect(data.version).toBe(1);
}

async function whenAnotherPersonPublishesTheCorrection() {
  await page.goto(`/kelola/${EDITION}/terbitkan/${RESULT}`);
  await expect(page.getByRole("heading", { name: "Yang akan berubah dari versi 1" })).toBeVisible();
  await expect(page.getByText(REASON)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Nomor keputusan").fill("PERAGAAN/9/2020");
  await page.getByLabel("Tanggal keputusan").fill("2020-08-10");
  await page.getByLabel("Ketik kode edisi").fill(CODE);
  await page.getByRole("button", { name: "Terbitkan hasil ini" }).click();
  await expect(page.getByRole("heading", { name: "Hasil sudah ditetapkan dan terbit" })).toBeVisible();
}

async function thenEverybodyReadsWhatChangedAndWhy() {
  await expect(async () => {
    await page.goto(PUBLIC);
    await expect(page.getByRole("heading", { name: "Yang berubah dari versi 1" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText(REASON)).toBeVisible();
  await expectAccessible(page);
  const data = await (await page.request.get(`${PUBLIC}/data-v2.json`)).json();
  expect(data).toMatchObject({ version: 2, state: "FINAL", replaces: { version: 1, reason: REASON, entered: [{ code: into }], left: [{ code: out }] } });
  await expect(page.getByText("Pembetulan · versi 2")).toBeVisible();
  for (const code of [out, into]) await expect(page.getByText(`${code}. `)).toBeVisible();
  await page.goto(`/kompetisi/${EDITION}`);
  await expect(page.getByRole("region", { name: "Hasil", exact: true }).getByText("Pembetulan · versi 2")).toBeVisible();
}

async function thenTheFirstVersionIsMarkedAsReplaced() {
  await page.goto(`${PUBLIC}?versi=1`);
  await expect(page.getByText("Versi 1 sudah diganti oleh versi 2")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/en${PUBLIC}?versi=1`);
  await expect(page.getByText("Version 1 was replaced by version 2")).toBeVisible();
  await page.getByRole("link", { name: "Open version 2, which counts now" }).click();
  await expect(page.getByRole("heading", { name: "What has changed since version 1" })).toBeVisible();
}

async function thenEveryListedFileHasItsHash() {
  for (const version of [1, 2]) {
    const sums = await (await page.request.get(`${PUBLIC}/sha256sums-v${version}.txt`)).text();
    for (const line of sums.trimEnd().split("\n")) {
      const [hash, name] = line.split("  ");
      const bytes = await (await page.request.get(`${PUBLIC}/${name}`)).body();
      expect([name, createHash("sha256").update(bytes).digest("hex")]).toEqual([name, hash]);
    }
  }
}
