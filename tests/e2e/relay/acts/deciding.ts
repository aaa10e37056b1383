import { createHash } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../../../support/accessible";
import { only } from "../../../support/journey-people";
import { editionOf } from "../../../support/journey-proposals";
import { database } from "../../../support/sign-in-as";
import { EDITION, EDITION_CODE, openPage, OTHERS, pageOf, TITLE } from "./story";

const REASON = "Sidang menilai daya tahannya belum terbukti.";

export async function whenTheSecretariatFreezes(result: string) {
  const page = pageOf("secretariat");
  await page.goto(`/kelola/${EDITION}/peringkat?hasil=${result}`);
  await page.getByLabel("Ketik kode edisi").fill(EDITION_CODE);
  await page.getByRole("button", { name: "Bekukan peringkat" }).click();
  await expect(page.getByText(/SHA-256 rekaman: [0-9a-f]{64}/)).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toContainText(TITLE);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Susun penetapan" }).click();
  await page.getByRole("button", { name: "Mulai menyusun" }).click();
  await expect(page.getByText("Sedang disusun", { exact: true })).toBeVisible();
  await expectAccessible(page);
}

/** Two are equal on the last place: nobody is in by a code, and nothing goes on before the plenary has decided, with a reason. */
export async function whenThePlenaryDecidesTheTie() {
  const page = pageOf("secretariat");
  const [, third, fourth] = OTHERS;
  const codes = [await codeOf(third), await codeOf(fourth)];
  const open = page.getByText("Top 3: 2 entri sama pada semua pembanding di garis batas, untuk 1 tempat.");
  for (const code of codes) await expect(open).toContainText(code);
  await expect(page.getByRole("button", { name: "Nyatakan siap diterbitkan" })).toHaveCount(0);
  await expectAccessible(page);
  await moveOne(page, `Masukkan ${codes[0]} ke Top 3`);
  await expect(open).toHaveCount(0);
  await expect(page.getByText("Jumlah dan susunan sudah sesuai aturan edisi.")).toBeVisible();
}

export async function whenTheSecretariatReplacesTheThirdByTheFourth() {
  const page = pageOf("secretariat");
  const [, third, fourth] = OTHERS;
  await moveOne(page, `Keluarkan ${await codeOf(third)} dari Top 3`);
  await expect(page.getByRole("heading", { name: "2 entri sama di garis batas Top 3: sidang yang memutuskan" }), "the tie is open again").toBeVisible();
  await expect(page.getByRole("button", { name: "Nyatakan siap diterbitkan" })).toHaveCount(0);
  await expectAccessible(page);
  await moveOne(page, `Masukkan ${await codeOf(fourth)} ke Top 3`);
  await expect(page.getByText("Jumlah dan susunan sudah sesuai aturan edisi.")).toBeVisible();
  await expect(page.getByRole("table").filter({ hasText: REASON }).getByRole("row").filter({ hasText: REASON })).toHaveCount(3);
}

/** A move without its reason is refused first. */
async function moveOne(page: Page, link: string) {
  await page.getByRole("link", { name: link }).first().click();
  await page.getByRole("button", { name: "Catat perubahan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Tulis alasan perubahan ini" })).toBeVisible();
  await page.getByLabel("Alasan", { exact: true }).fill(REASON);
  await page.getByRole("button", { name: "Catat perubahan" }).click();
  await expect(page.getByRole("table").filter({ hasText: REASON })).toBeVisible();
}

export async function whenTheSecretariatDeclaresTheSetReady() {
  const page = pageOf("secretariat");
  await page.getByRole("button", { name: "Nyatakan siap diterbitkan" }).click();
  await expect(page.getByText("Siap diterbitkan", { exact: true })).toBeVisible();
  await expectAccessible(page);
}

export async function thenNobodyOutsideSeesAnything() {
  const page = await openPage("anonymous");
  await page.goto(`/kompetisi/${EDITION}/hasil/top-3`);
  await expect(page.getByRole("heading", { level: 1, name: "Top 3 belum diumumkan" })).toBeVisible();
  await expect(page.getByText(TITLE)).toHaveCount(0);
}

export async function thenTheSecretariatCannotPublish() {
  const page = pageOf("secretariat");
  await page.goto(`/kelola/${EDITION}/terbitkan/top-3`);
  await expect(page.getByRole("heading", { name: "Halaman ini untuk penerbit" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Terbitkan hasil ini" })).toHaveCount(0);
}

export async function whenThePublisherTypesTheWrongCode() {
  const page = pageOf("publisher");
  await page.goto(`/kelola/${EDITION}/terbitkan/top-3`);
  await page.getByLabel("Ketik kode edisi").fill("UJI-MAKASSAR");
  await page.getByRole("button", { name: "Terbitkan hasil ini" }).click();
  await expect(page.getByRole("alert").filter({ hasText: `Ketik ${EDITION_CODE} persis seperti tertulis.` })).toBeVisible();
  await expectAccessible(page);
}

export async function whenThePublisherPublishesAProvisionalList(result: string) {
  const page = pageOf("publisher");
  await page.goto(`/kelola/${EDITION}/terbitkan/${result}`);
  await page.getByLabel("Ketik kode edisi").fill(EDITION_CODE);
  await page.getByRole("button", { name: "Terbitkan hasil ini" }).click();
  await expect(page.getByRole("heading", { name: "Daftar sementara sudah terbit" })).toBeVisible();
}

const OBJECTION = "Keberatan atas daya tahan satu inovasi dikabulkan.";

/** Without its reason, and for nobody who does not mean it, nothing goes back. */
export async function whenTheSecretariatGivesTheListBack(result: string) {
  const page = pageOf("secretariat");
  await page.goto(`/kelola/${EDITION}/penetapan/${result}`);
  await page.getByLabel("Alasan yang akan dibaca publik").fill("keliru");
  await page.getByLabel("Ketik kode edisi").fill(EDITION_CODE);
  await page.getByRole("button", { name: "Kembalikan ke penyusunan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Tulis alasan yang akan dibaca publik" }).first()).toBeVisible();
  await page.getByLabel("Alasan yang akan dibaca publik").fill(OBJECTION);
  await page.getByRole("button", { name: "Kembalikan ke penyusunan" }).click();
  await expect(page.getByText("Sedang disusun", { exact: true })).toBeVisible();
  await expectAccessible(page);
}

export async function thenThePublicReadsTheProvisionalListStill(result: string) {
  const page = pageOf("anonymous");
  await page.goto(`/kompetisi/${EDITION}/hasil/${result}`);
  await expect(page.getByText("Daftar sementara. Bukan penetapan.")).toBeVisible();
  await expect(page.getByText(OBJECTION)).toHaveCount(0);
}

export async function thenThePageSaysWhatChangedFromTheProvisionalList(result: string) {
  const page = pageOf("anonymous");
  await page.goto(`/kompetisi/${EDITION}/hasil/${result}`);
  const changes = page.getByRole("region", { name: "Yang berubah dari versi 1" });
  await expect(changes).toContainText(OBJECTION);
  for (const title of OTHERS.slice(1, 3)) await expect(changes).toContainText(title);
  await page.getByRole("link", { name: "Versi 1", exact: true }).click();
  await expect(page.getByText("Versi 1 sudah diganti oleh versi 2")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/kompetisi/${EDITION}/hasil/${result}`);
}

export async function whenThePublisherPublishes(result: string) {
  const page = pageOf("publisher");
  await page.goto(`/kelola/${EDITION}/terbitkan/${result}`);
  await page.getByLabel("Nomor keputusan").fill(`UJI/${result}/2027`);
  await page.getByLabel("Tanggal keputusan").fill("2026-11-20");
  await page.getByLabel("Ketik kode edisi").fill(EDITION_CODE);
  await page.getByRole("button", { name: "Terbitkan hasil ini" }).click();
  await expect(page.getByRole("heading", { name: "Hasil sudah ditetapkan dan terbit" })).toBeVisible();
  await expectAccessible(page);
}

export async function thenAnybodyReadsThePage(result: string, size: number) {
  const page = pageOf("anonymous");
  await page.goto(`/kompetisi/${EDITION}/hasil/${result}`);
  await expect(page.getByText(`Ditetapkan dengan Keputusan Nomor UJI/${result}/2027`)).toBeVisible();
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(size);
  await expect(page.getByRole("rowheader", { name: TITLE })).toBeVisible();
}

export async function thenTheDataAreTheOnesThatWereSigned(result: string, size: number) {
  const page = pageOf("anonymous");
  const address = `/kompetisi/${EDITION}/hasil/${result}`;
  const printed = await page.getByText(/^[0-9a-f]{64}$/).allInnerTexts();
  for (const file of ["data.csv", "data.json"]) {
    const bytes = await (await page.request.get(`${address}/${file}`)).body();
    expect(printed, `the page prints the hash of ${file}`).toContain(createHash("sha256").update(bytes).digest("hex"));
    expect(bytes.toString()).toContain(TITLE);
  }
  const data = await (await page.request.get(`${address}/data.json`)).json();
  expect(data).toMatchObject({ count: size, state: "FINAL", edition: { code: EDITION_CODE } });
  const csv = await (await page.request.get(`${address}/data.csv`)).text();
  expect(csv.trim().split(/\r?\n/)).toHaveLength(size + 1);
}

export async function thenTheInnovationShowsBothLevels() {
  const page = pageOf("anonymous");
  await page.getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText("Top 1/2027")).toBeVisible();
  await expect(page.getByText("Top 3/2027")).toBeVisible();
}

async function codeOf(title: string | undefined): Promise<string> {
  const { id } = await editionOf(EDITION);
  const { rows } = await database.query<{ code: string }>(`select code from "Submission" where "editionId" = $1 and title = $2`, [id, title]);
  return only(rows, `${title}`).code;
}
