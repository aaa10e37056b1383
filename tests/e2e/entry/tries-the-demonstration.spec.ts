import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";

let page: Page;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("on the demonstration one click signs a visitor in as one of its people, and signing out ends the session for good", async () => {
  await givenTheSignInPageOfTheDemonstration();
  await whenTheVisitorChoosesTheInnovator();
  await thenTheyStandInTheInnovatorsWorkspace();
  const cookies = await page.context().cookies();
  await whenTheySignOut();
  await thenTheHomePageOffersToSignIn();
  await page.context().addCookies(cookies);
  await thenTheOldCookieOpensNothing();
});

async function givenTheSignInPageOfTheDemonstration() {
  await page.goto("/masuk");
  await expect(page.getByText("PERAGAAN", { exact: true }).first(), "every page of the demonstration says that it is one").toBeVisible();
  await expect(page.getByRole("button", { name: /^Masuk sebagai / })).toHaveCount(16);
}

async function whenTheVisitorChoosesTheInnovator() {
  await page.getByRole("button", { name: "Masuk sebagai Sari Peragaan" }).click();
}

async function thenTheyStandInTheInnovatorsWorkspace() {
  await expect(page).toHaveURL(/\/pengajuan$/);
  await expect(page.getByRole("banner")).toContainText("RSUD Andi Makkasau, Pemerintah Kota Parepare · Inovator");
  await expectAccessible(page);
}

async function whenTheySignOut() {
  await page.getByRole("banner").getByRole("button", { name: "Keluar" }).click();
}

async function thenTheHomePageOffersToSignIn() {
  await expect(page.getByRole("banner").getByRole("link", { name: "Masuk" })).toBeVisible();
  await expect(page.getByRole("banner").getByRole("button", { name: "Keluar" })).toHaveCount(0);
  await expectAccessible(page);
}

async function thenTheOldCookieOpensNothing() {
  await page.goto("/pengajuan");
  await expect(page).toHaveURL(/\/masuk\?kembali=/);
  await expect(page.getByRole("heading", { level: 1, name: "Masuk" })).toBeVisible();
}
