import { randomBytes } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { givenInvitation } from "../../support/journey-people";

const EMAIL = `diundang.${randomBytes(4).toString("hex")}@perjalanan.example`;
const PASSWORD = "kuda hijau naik perahu";

let page: Page;
let link: string;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("an invited person reads what for, chooses their own password, and the link works once", async () => {
  await givenAnInvitationByTheSecretariat();
  await whenTheInvitedPersonOpensTheLink();
  await thenTheyReadWhoInvitesThemToWhatAndUntilWhen();
  await whenTheyChooseAPasswordThatIsTooShort();
  await thenTheFieldSaysHowLongItMustBeAndKeepsTheName();
  await whenTheyChooseALongerOne();
  await thenTheyAreInTheirWorkspace();
  await whenTheLinkIsOpenedASecondTime();
  await thenItSaysInWordsThatItWasUsed();
});

test("a link that nobody was given opens nothing and says so", async () => {
  const answer = await page.goto(`/undangan/${randomBytes(24).toString("base64url")}`);
  expect(answer?.status()).toBe(404);
  await expectAccessible(page);
});

async function givenAnInvitationByTheSecretariat() {
  link = `/undangan/${await givenInvitation({ email: EMAIL, role: "EVALUATOR", edition: "kipp-2021-penilaian" })}`;
}

async function whenTheInvitedPersonOpensTheLink() {
  await page.goto(link);
}

async function thenTheyReadWhoInvitesThemToWhatAndUntilWhen() {
  await expect(page.getByText("Ayu Peragaan mengundang Anda sebagai Evaluator.")).toBeVisible();
  await expect(page.getByText("KIPP 2021 – peragaan penilaian")).toBeVisible();
  await expect(page.getByText(EMAIL)).toBeVisible();
  await expect(page.getByText("Berlaku sampai")).toBeVisible();
  await expectAccessible(page);
}

async function whenTheyChooseAPasswordThatIsTooShort() {
  await page.getByLabel("Nama lengkap").fill("Dian Perjalanan");
  await page.getByLabel("Jabatan").fill("Dosen");
  await page.getByLabel("Kata sandi").fill("pendek");
  await page.getByRole("button", { name: "Terima undangan" }).click();
}

async function thenTheFieldSaysHowLongItMustBeAndKeepsTheName() {
  await expect(page.getByRole("alert").getByRole("link", { name: "Kata sandi paling sedikit 12 karakter." })).toBeVisible();
  await expect(page.getByLabel("Nama lengkap")).toHaveValue("Dian Perjalanan");
  await expectAccessible(page);
}

async function whenTheyChooseALongerOne() {
  await page.getByLabel("Kata sandi").fill(PASSWORD);
  await page.getByRole("button", { name: "Terima undangan" }).click();
}

async function thenTheyAreInTheirWorkspace() {
  await expect(page).toHaveURL(/\/penilaian$/);
  await expect(page.getByRole("banner")).toContainText("Dian Perjalanan");
}

async function whenTheLinkIsOpenedASecondTime() {
  await page.context().clearCookies();
  await page.goto(link);
}

async function thenItSaysInWordsThatItWasUsed() {
  await expect(page.getByText("Undangan ini sudah dipakai. Silakan masuk.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Terima undangan" })).toHaveCount(0);
  await expectAccessible(page);
}
