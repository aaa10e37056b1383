import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson, type JourneyPerson } from "../../support/journey-people";
import { signInAs } from "../../support/sign-in-as";

let page: Page;
let theirs: Page;
let person: JourneyPerson;

test("a suspended person is out at once, wherever they were signed in, and may come back when reinstated", async ({ page: opened, browser }) => {
  page = opened;
  theirs = await (await browser.newContext()).newPage();
  await givenAPersonAtWork();
  await whenTheSuperAdminSuspendsThem();
  await thenTheirNextPageAsksThemToSignIn();
  await whenTheSuperAdminReinstatesThem();
  await thenTheyAreListedAsActive();
  await theirs.context().close();
});

async function givenAPersonAtWork() {
  person = await givenPerson({ role: "INNOVATOR", name: "Tangguh Perjalanan", agency: "31.71/dinas-pendidikan" });
  await arriveAs(theirs.context(), person);
  await theirs.goto("/pengajuan");
  await expect(theirs.getByRole("heading", { level: 1, name: "Proposal unit Anda" })).toBeVisible();
}

async function whenTheSuperAdminSuspendsThem() {
  await signInAs(page.context(), "sistem@peragaan.example", "SUPER_ADMIN");
  await findThem();
  await theirRow().getByRole("button", { name: `Tangguhkan ${person.name}` }).click();
  await expect(theirRow()).toContainText("Ditangguhkan");
  await expect(page).toHaveURL(/cari=/);
  await expectAccessible(page);
}

async function thenTheirNextPageAsksThemToSignIn() {
  await theirs.goto("/pengajuan");
  await expect(theirs.getByRole("heading", { level: 1, name: "Masuk" })).toBeVisible();
}

async function whenTheSuperAdminReinstatesThem() {
  await theirRow().getByRole("button", { name: `Aktifkan lagi ${person.name}` }).click();
}

async function thenTheyAreListedAsActive() {
  await expect(theirRow()).toContainText("Aktif");
}

async function findThem() {
  await page.goto(`/sistem/pengguna?cari=${encodeURIComponent(person.email)}`);
  await expect(theirRow()).toHaveCount(1);
}

const theirRow = () => page.getByRole("row").filter({ hasText: person.email });
