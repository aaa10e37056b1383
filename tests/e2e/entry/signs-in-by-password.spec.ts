import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";

const EMAIL = "auditor@peragaan.example";
const PASSWORD = "peragaan-sinovik-2026";

let page: Page;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("a stranger who asks for a private page signs in and arrives at exactly that page", async () => {
  await whenAStrangerAsksForThePrivatePage();
  await thenTheSignInPageIsShown();
  await whenTheyTypeAWrongPassword();
  await thenOneSentenceSaysSoAndTheAddressIsStillThere();
  await whenTheyTypeTheRightPasswordWithTheKeyboard();
  await thenTheyAreAtThePageTheyAskedFor();
});

for (const asked of ["/..//lain.example/x", "/.//lain.example/x", "/./\\lain.example/x", "/%2e%2e//lain.example/x", "/en//lain.example/x"])
  test(`somebody lured by ${asked} signs in and stays on this site`, async () => {
    await whenTheyAreLuredTo(asked);
    await whenTheySignIn();
    await thenTheyAreStillOnThisSite();
  });

test("an address that nobody has gets the same answer as a wrong password", async () => {
  await whenSomebodyUnknownSignsIn();
  await thenTheAnswerIsThatOfAWrongPassword();
});

async function whenAStrangerAsksForThePrivatePage() {
  await page.goto("/audit?jenis=demonstration");
}

async function thenTheSignInPageIsShown() {
  await expect(page.getByRole("heading", { level: 1, name: "Masuk" })).toBeVisible();
  await expectAccessible(page);
}

async function whenTheyTypeAWrongPassword() {
  await page.getByLabel("Surel").fill(EMAIL);
  await page.getByLabel("Kata sandi").fill("bukan-kata-sandinya");
  await page.getByLabel("Kata sandi").press("Enter");
}

async function thenOneSentenceSaysSoAndTheAddressIsStillThere() {
  await expect(page.getByRole("alert").filter({ hasText: "Surel atau kata sandi tidak cocok" })).toBeFocused();
  await expect(page.getByLabel("Surel")).toHaveValue(EMAIL);
  await expect(page.getByLabel("Kata sandi"), "a password is never sent back").toHaveValue("");
  await expectAccessible(page);
}

async function whenTheyTypeTheRightPasswordWithTheKeyboard() {
  await page.getByLabel("Surel").focus();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Kata sandi")).toBeFocused();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("button", { name: "Masuk", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
}

async function thenTheyAreAtThePageTheyAskedFor() {
  await expect(page).toHaveURL(/\/audit\?jenis=demonstration$/);
  await expect(page.getByRole("heading", { level: 1, name: "Jejak audit" })).toBeVisible();
}

async function whenTheyAreLuredTo(asked: string) {
  await page.route(({ hostname }) => hostname === "lain.example", (route) => route.fulfill({ body: "another site" }));
  await page.goto(`/masuk?kembali=${encodeURIComponent(asked)}`);
}

async function whenTheySignIn() {
  await page.getByLabel("Surel").fill(EMAIL);
  await page.getByLabel("Kata sandi").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Masuk", exact: true }).click();
}

async function thenTheyAreStillOnThisSite() {
  await expect(page.getByRole("heading", { level: 1, name: "Jejak audit" })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(new URL(process.env.BASE_URL!).origin);
}

async function whenSomebodyUnknownSignsIn() {
  await page.goto("/masuk");
  await page.getByLabel("Surel").fill("tidak.ada@peragaan.example");
  await page.getByLabel("Kata sandi").fill(PASSWORD);
  await page.getByRole("main").getByRole("button", { name: "Masuk", exact: true }).click();
}

async function thenTheAnswerIsThatOfAWrongPassword() {
  await expect(page.getByRole("alert").filter({ hasText: "Surel atau kata sandi tidak cocok" })).toBeVisible();
}
