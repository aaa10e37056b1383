import { expect } from "@playwright/test";
import { expectAccessible } from "../../../support/accessible";
import { EDITION_CODE, OTHERS, pageOf, story } from "./story";

export async function whenTheSelectorPassesAllSix() {
  const page = pageOf("selector");
  for (let done = 0; done < 1 + OTHERS.length; done += 1) {
    await page.goto("/verifikasi");
    await page.getByRole("button", { name: "Ambil berikutnya" }).click();
    await expect(page.getByRole("radiogroup")).toHaveCount(2);
    for (const line of await page.getByRole("radiogroup").all()) await line.getByRole("radio", { name: "Sesuai", exact: true }).check();
    await page.getByRole("button", { name: "Simpan dan putuskan" }).click();
    await page.getByRole("radio", { name: "Lolos administrasi", exact: true }).check();
    await page.getByRole("button", { name: "Simpan putusan" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Tersimpan untuk INV-2027-" })).toBeVisible();
  }
}

export async function thenTheInnovatorReadsNothingYet() {
  const page = pageOf("innovator");
  await page.goto(`/pengajuan/${story.code}/tanda-terima`);
  await expect(page.getByText("Diajukan", { exact: true })).toBeVisible();
  await expect(page.getByText("Lolos administrasi")).toHaveCount(0);
}

export async function whenTheSecretariatReleases() {
  const page = pageOf("secretariat");
  await page.goto("/verifikasi/rekap");
  await expect(page.getByText("6 masuk = 6 lolos + 0 tidak lolos + 0 belum")).toBeVisible();
  await page.getByLabel("Ketik kode edisi").fill(EDITION_CODE);
  await page.getByRole("button", { name: "Umumkan hasil" }).click();
  await expect(page.getByRole("heading", { name: /^Diumumkan .* oleh / })).toBeVisible();
  await expectAccessible(page);
}

export async function thenTheInnovatorReads(words: string) {
  const page = pageOf("innovator");
  await page.goto(`/pengajuan/${story.code}/tanda-terima`);
  await expect(page.getByText(words).first()).toBeVisible();
}
