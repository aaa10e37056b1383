import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { signInAs } from "../../support/sign-in-as";

let page: Page;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("the auditor reads what was done, finds the publications, and checks that no event is missing or altered", async () => {
  await givenTheAuditorAtTheTrail();
  await whenTheyLookForPublications();
  await thenWhoPublishedWhatIsListed();
  await whenTheyCheckTheChain();
  await thenItIsWholeAndItsLastHashIsShown();
});

test("the auditor can read and nothing else", async () => {
  await givenTheAuditorAtTheTrail();
  await expect(page.getByRole("main").getByRole("button")).toHaveText(["Terapkan"]);
  const answer = await page.goto("/sistem/pengguna");
  expect(answer?.status()).toBe(404);
});

async function givenTheAuditorAtTheTrail() {
  await signInAs(page.context(), "auditor@peragaan.example", "AUDITOR");
  await page.goto("/audit");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
}

async function whenTheyLookForPublications() {
  await page.getByLabel("Jenis tindakan").fill("results.publish");
  await page.getByLabel("Jenis tindakan").press("Enter");
  await expect(page).toHaveURL(/jenis=results\.publish/);
}

async function thenWhoPublishedWhatIsListed() {
  await expect(page.getByRole("row").filter({ hasText: "Tono Peragaan" }).first()).toContainText("KIPP 2020");
  await expectAccessible(page);
}

async function whenTheyCheckTheChain() {
  await page.getByRole("link", { name: "Periksa rantai" }).press("Enter");
}

async function thenItIsWholeAndItsLastHashIsShown() {
  await expect(page.getByRole("heading", { name: /Rantai utuh: \d+ peristiwa saling tersambung\./ })).toBeVisible();
  await expect(page.getByText(/Sidik terakhir: [0-9a-f]{64}/)).toBeVisible();
  await expectAccessible(page);
}
