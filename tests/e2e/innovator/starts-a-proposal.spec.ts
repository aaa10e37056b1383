import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson } from "../../support/journey-people";
import { database } from "../../support/sign-in-as";

const TITLE = "Antrean Apotek Tanpa Berdiri";

let page: Page;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("before any writing the portal says in which group an innovation may enter, and why not in another", async () => {
  await givenAnInnovatorWithoutProposals();
  await whenTheyAskAboutAnInnovationThatIsTooYoung();
  await thenTheyReadWhyNoGroupTakesItAndFromWhenOneWill();
  await whenTheyCorrectTheYear();
  await thenTheGeneralGroupIsOpenToThem();
  await thenChangingTheLanguageLosesNothing();
  await whenTheyCreateTheProposal();
  await thenTheTaskListSaysWhoMustActAndThatNothingHasReachedTheOrganiser();
  await thenOneProposalExistsWithTheirTitle();
});

async function givenAnInnovatorWithoutProposals() {
  await arriveAs(page.context(), await givenPerson({ role: "INNOVATOR", name: "Mulai Perjalanan", agency: "31.71/dinas-sosial" }));
  await page.goto("/pengajuan");
  await expect(page.getByRole("heading", { name: "Belum ada proposal" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Periksa syarat" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Periksa syarat dan mulai proposal" })).toBeVisible();
}

async function whenTheyAskAboutAnInnovationThatIsTooYoung() {
  await page.getByLabel("Judul inovasi").fill(TITLE);
  await page.getByLabel("Bulan").selectOption({ label: "Januari" });
  await page.getByLabel("Tahun", { exact: true }).fill(String(new Date().getFullYear()));
  await page.getByLabel("Belum pernah", { exact: true }).check();
  await page.getByLabel("Ciptaan sendiri", { exact: true }).check();
  await page.getByLabel("Kategori").selectOption({ label: "Kesehatan" });
  await page.getByLabel("Penanda tangan").fill("Kepala Dinas Sosial");
  await page.getByRole("button", { name: "Periksa syarat" }).click();
}

async function thenTheyReadWhyNoGroupTakesItAndFromWhenOneWill() {
  const outcome = page.getByRole("region", { name: "Hasil pemeriksaan" });
  await expect(outcome).toBeFocused();
  await expect(outcome).toContainText("Belum bisa: Kelompok umum");
  await expect(outcome).toContainText(/Bisa ikut mulai \p{L}+ \d{4}/u);
  await expect(page.getByRole("button", { name: "Buat proposal" })).toHaveCount(0);
  await expectAccessible(page);
}

async function whenTheyCorrectTheYear() {
  await expect(page.getByLabel("Judul inovasi"), "nothing that was typed is lost").toHaveValue(TITLE);
  await page.getByLabel("Tahun", { exact: true }).fill("2015");
  await page.getByRole("button", { name: "Periksa lagi" }).click();
}

async function thenTheGeneralGroupIsOpenToThem() {
  await expect(page.getByRole("region", { name: "Hasil pemeriksaan" })).toContainText("Boleh ikut: Kelompok umum");
  await expect(page.getByRole("radio", { name: "Kelompok umum" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Kelompok khusus" }), "only for those who are invited").toHaveCount(0);
  await expectAccessible(page);
}

async function thenChangingTheLanguageLosesNothing() {
  await page.locator("a[hreflang=en]").click();
  await expect(page).toHaveURL(/\/en\//);
  await expect(page.getByLabel("Title of the innovation")).toHaveValue(TITLE);
  await page.locator("a[hreflang=id]").click();
  await expect(page.getByLabel("Judul inovasi")).toHaveValue(TITLE);
  await expect(page.getByLabel("Tahun", { exact: true })).toHaveValue("2015");
  await expect(page.getByLabel("Belum pernah", { exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Periksa syarat" }).click();
}

async function whenTheyCreateTheProposal() {
  await page.getByRole("button", { name: "Buat proposal" }).click();
}

async function thenTheTaskListSaysWhoMustActAndThatNothingHasReachedTheOrganiser() {
  await expect(page).toHaveURL(/\/pengajuan\/INV-\d{4}-[0-9A-Z]{6}$/);
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText("Anda, inovator")).toBeVisible();
  await expect(page.getByText("Belum sampai ke penyelenggara")).toBeVisible();
  await expect(page.getByText("Belum bisa dimulai"), "sending waits for the sections").toBeVisible();
  await expectAccessible(page);
}

async function thenOneProposalExistsWithTheirTitle() {
  const { rows } = await database.query(`select status from "Submission" where title = $1`, [TITLE]);
  expect(rows).toEqual([{ status: "DRAFT" }]);
}
