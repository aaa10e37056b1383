import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson } from "../../support/journey-people";

const EDITION = "kipp-2021-seleksi";
const EMAIL = "calon.juri@perjalanan.example";

let page: Page;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  await arriveAs(page.context(), await givenPerson({ role: "SECRETARIAT", name: "Sekretariat Undang", edition: EDITION }));
});

test("the secretariat invites a judge by a link it hands over itself, and may take it back while nobody has used it", async () => {
  await whenTheyInviteAJudge();
  const link = await thenALinkToHandOverIsShown();
  await thenTheInvitationWaitsInTheList();
  await whenTheyTakeItBack();
  await thenTheLinkSaysThatItWasWithdrawn(link);
});

test("the secretariat of one edition is told that another edition's people are not there", async () => {
  const answer = await page.goto("/kelola/kipp-2021-penilaian/peserta");
  expect(answer?.status()).toBe(404);
});

async function whenTheyInviteAJudge() {
  await page.goto("/kelola");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Pengguna dan undangan" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Pengguna dan peran" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Surel", exact: true }).fill(EMAIL);
  await page.getByLabel("Peran", { exact: true }).selectOption({ label: "Evaluator" });
  await page.getByRole("button", { name: "Buat undangan" }).press("Enter");
}

async function thenALinkToHandOverIsShown(): Promise<string> {
  const done = page.getByRole("status").filter({ hasText: `Kirim tautan ini hanya kepada ${EMAIL}` });
  await expect(done).toBeVisible();
  await expectAccessible(page);
  const link = /\/undangan\/[\w-]+/.exec(await page.getByText("/undangan/").innerText())?.[0];
  if (!link) throw new Error("The page shows no link.");
  return link;
}

async function thenTheInvitationWaitsInTheList() {
  await expect(page.getByRole("row").filter({ hasText: EMAIL })).toContainText("Evaluator");
}

async function whenTheyTakeItBack() {
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
