import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson } from "../../support/journey-people";
import { signInAs } from "../../support/sign-in-as";

const EDITION = "kipp-2021-seleksi";
const EMAIL = "calon.juri@perjalanan.example";

let page: Page;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  await arriveAs(page.context(), await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Undang", edition: EDITION }));
});

test("the secretariat invites a judge, the super admin hands over the link, and it may be taken back while nobody has used it", async () => {
  await whenTheyInviteAJudge();
  await thenItWaitsForTheSuperAdminAndShowsNoLink();
  await whenTheyInviteTheSameJudgeAgain();
  await thenItIsStillOneInvitation();
  const link = await whenTheSuperAdminMakesTheLink();
  await whenTheyTakeItBack();
  await thenTheLinkSaysThatItWasWithdrawn(link);
});

test("the secretariat of one edition is told that another edition's people are not there", async () => {
  const answer = await page.goto("/kelola/kipp-2021-penilaian/peserta");
  expect(answer?.status()).toBe(404);
});

async function whenTheyInviteAJudge() {
  await page.goto("/kelola");
  await page.getByRole("link", { name: "Pengguna dan undangan" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Pengguna dan peran" })).toBeVisible();
  await page.getByRole("textbox", { name: "Surel", exact: true }).fill(EMAIL);
  await page.getByLabel("Peran", { exact: true }).selectOption({ label: "Evaluator" });
  await page.getByRole("button", { name: "Buat undangan" }).press("Enter");
}

async function thenItWaitsForTheSuperAdminAndShowsNoLink() {
  await expect(page.getByRole("status").filter({ hasText: `Undangan untuk ${EMAIL} dibuat, berlaku sampai` })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: EMAIL })).toContainText("Menunggu admin sistem");
  await expect(page.getByText("/undangan/")).toHaveCount(0);
  await expect(page.getByLabel("Peran", { exact: true }).getByRole("option", { name: "Penerbit penetapan" })).toHaveCount(0);
  await expectAccessible(page);
}

async function whenTheyInviteTheSameJudgeAgain() {
  await page.getByRole("textbox", { name: "Surel", exact: true }).fill(EMAIL);
  await page.getByLabel("Peran", { exact: true }).selectOption({ label: "Evaluator" });
  await page.getByRole("button", { name: "Buat undangan" }).press("Enter");
}

async function thenItIsStillOneInvitation() {
  await expect(page.getByRole("status").filter({ hasText: `Undangan untuk ${EMAIL} sudah ada dan tetap sama` })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: EMAIL })).toHaveCount(1);
}

async function whenTheSuperAdminMakesTheLink(): Promise<string> {
  const context = await page.context().browser()!.newContext({ baseURL: process.env.BASE_URL });
  await signInAs(context, "sistem@peragaan.example", "SUPER_ADMIN");
  const keeper = await context.newPage();
  await keeper.goto("/sistem/pengguna");
  await keeper.getByRole("checkbox", { name: `Pilih undangan untuk ${EMAIL}` }).check();
  await keeper.getByRole("button", { name: "Buat tautan untuk yang dipilih" }).press("Enter");
  await expect(keeper.getByRole("status").filter({ hasText: "Tautan dibuat." })).toBeVisible();
  await expectAccessible(keeper);
  const link = /\/undangan\/[\w-]+/.exec(await keeper.getByText("/undangan/").innerText())?.[0];
  await context.close();
  if (!link) throw new Error("The page shows no link.");
  return link;
}

async function whenTheyTakeItBack() {
  await page.reload();
  await expect(page.getByRole("row").filter({ hasText: EMAIL })).toContainText("oleh Eko Peragaan");
  await page.getByRole("row").filter({ hasText: EMAIL }).getByRole("button", { name: `Batalkan undangan ${EMAIL}` }).click();
  await expect(page.getByText("Undangan dibatalkan. Tautannya tidak berlaku lagi.")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: EMAIL })).toHaveCount(0);
}

async function thenTheLinkSaysThatItWasWithdrawn(link: string) {
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByText("Undangan ini sudah dibatalkan oleh pengundang.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Terima undangan" })).toHaveCount(0);
  await expectAccessible(page);
}
