import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../../../support/accessible";
import { tabTo } from "../../../support/journey-keyboard";
import { EDITION, MARKS, OTHERS, pageOf } from "./story";

export async function whenTheEvaluatorsSignThePact() {
  await signThePact("evaluator");
  await signThePact("secondEvaluator");
}

export async function whenThePanelistSignsThePact() {
  await signThePact("panelist");
}

async function signThePact(who: string) {
  const page = pageOf(who);
  await page.goto("/penilaian/pernyataan");
  await page.getByLabel("Jabatan dan lembaga Anda").fill("Universitas Peragaan");
  await page.getByLabel("Saya menyatakan hal di atas").check();
  await page.getByRole("button", { name: "Setujui dan lanjutkan" }).click();
  await expect(page).toHaveURL(/\/penilaian$/);
}

export async function whenTheSecretariatAssigns(stage: string, readings: string) {
  const page = pageOf("secretariat");
  await page.goto(`/kelola/${EDITION}/penugasan?tahap=${stage}`);
  await page.getByRole("button", { name: "Susun pratinjau" }).click();
  await expect(page.getByRole("region", { name: "Pratinjau" })).toContainText(new RegExp(`Penugasan baru\\s*${readings}|${readings}\\s*Penugasan baru`));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Terapkan" }).click();
  await expect(page.getByRole("link", { name: /^Tarik \d+ penugasan$/ })).toBeVisible();
}

export async function whenSheScoresAll(who: string) {
  const page = pageOf(who);
  await page.goto("/penilaian");
  await page.getByRole("link", { name: "Mulai menilai" }).press("Enter");
  for (let done = 0; done < 1 + OTHERS.length; done += 1) await scoreInTheRoom(page, ["manfaat", "daya-tahan"]);
  await expect(page.getByText("6 dari 6 selesai")).toBeVisible();
  await expectAccessible(page);
}

export async function whenThePanelistScoresAll() {
  const page = pageOf("panelist");
  await page.goto("/penilaian");
  await page.getByRole("link", { name: "Mulai menilai" }).press("Enter");
  for (let done = 0; done < 3; done += 1) await scoreInTheRoom(page, ["keyakinan"]);
  await expect(page.getByText("3 dari 3 selesai")).toBeVisible();
}

async function scoreInTheRoom(page: Page, criteria: readonly string[]) {
  const title = await page.getByRole("heading", { level: 1 }).innerText();
  for (const criterion of criteria) {
    await tabTo(page, page.locator(`#field-marks-${criterion}`));
    await page.keyboard.type(String(MARKS[title]));
  }
  const before = page.url();
  await page.keyboard.press("Control+Enter");
  await expect(page).not.toHaveURL(before);
}
