import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson, type JourneyPerson } from "../../support/journey-people";
import { signInAs } from "../../support/sign-in-as";

const PASSWORD = "kuda hijau naik perahu";

let page: Page;
let theirs: Page;
let person: JourneyPerson;
let link: string;

test("who forgot their password sets a new one with a link that the super admin hands over", async ({ page: opened, browser }) => {
  page = opened;
  theirs = await (await browser.newContext()).newPage();
  await givenAPersonAtWork();
  await whenTheSuperAdminMakesALink();
  await whenThePersonSetsANewPassword();
  await thenTheyAreInTheirWorkspace();
  await whenTheLinkIsOpenedASecondTime();
  await thenItSaysInWordsThatItWasUsed();
  await theirs.context().close();
});

async function givenAPersonAtWork() {
  person = await givenPerson({ role: "INNOVATOR", name: "Lupa Perjalanan", agency: "31.71/dinas-pendidikan" });
  await arriveAs(theirs.context(), person);
}

async function whenTheSuperAdminMakesALink() {
  await signInAs(page.context(), "sistem@peragaan.example", "SUPER_ADMIN");
  await page.goto(`/sistem/pengguna?cari=${encodeURIComponent(person.email)}`);
  const row = page.getByRole("row").filter({ hasText: person.email });
  await row.getByText("Lupa kata sandi").click();
  await row.getByRole("button", { name: `Buat tautan kata sandi baru ${person.name}` }).click();
  const made = row.getByText("Tautan dibuat dan hanya tampil sekali.");
  await expect(made).toBeVisible();
  link = /\/kata-sandi\/[\w-]+/.exec((await made.textContent()) ?? "")![0];
  await expectAccessible(page);
}

async function whenThePersonSetsANewPassword() {
  await theirs.goto(link);
  await expect(theirs.getByText(person.email)).toBeVisible();
  await expectAccessible(theirs);
  await theirs.getByLabel("Kata sandi baru").fill(PASSWORD);
  await theirs.getByRole("button", { name: "Simpan dan masuk" }).click();
}

async function thenTheyAreInTheirWorkspace() {
  await expect(theirs).toHaveURL(/\/pengajuan$/);
  await expect(theirs.getByRole("banner")).toContainText(person.name);
}

async function whenTheLinkIsOpenedASecondTime() {
  await theirs.goto(link);
}

async function thenItSaysInWordsThatItWasUsed() {
  await expect(theirs.getByText("Tautan ini sudah dipakai.")).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Simpan dan masuk" })).toHaveCount(0);
  await expectAccessible(theirs);
}
