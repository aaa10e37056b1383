import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, giveRole, givenPerson } from "../../support/journey-people";

const UNIT = "31.71/dinas-kesehatan";

let page: Page;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("a person with two roles acts in one at a time, and a page of the other role leads to the choice", async () => {
  await givenAnEvaluatorWhoIsAnInnovatorToo();
  await whenTheEvaluatorAsksForTheInnovatorsPage();
  await thenTheChoiceOfWorkspacesSaysWhy();
  await whenTheyChooseTheInnovator();
  await thenTheyAreAtThePageTheyAskedForInThatRole();
  await thenNoLinkToJudgingIsThere();
});

test("a page that no role of one's own opens is answered as if it were not there", async () => {
  await givenAnEvaluatorWhoIsAnInnovatorToo();
  const answer = await page.goto("/sistem/pengguna");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "Halaman tidak ditemukan" })).toBeVisible();
  await expectAccessible(page);
});

async function givenAnEvaluatorWhoIsAnInnovatorToo() {
  const person = await givenPerson({ role: "EVALUATOR", name: "Dwi Peran", edition: "kipp-2021-penilaian" });
  await giveRole({ id: person.id, role: "INNOVATOR" }, { agency: UNIT });
  await arriveAs(page.context(), person);
}

async function whenTheEvaluatorAsksForTheInnovatorsPage() {
  await page.goto("/pengajuan");
}

async function thenTheChoiceOfWorkspacesSaysWhy() {
  await expect(page).toHaveURL(/\/ruang\?kembali=/);
  await expect(page.getByText("Halaman yang Anda minta memerlukan peran lain. Pilih peran yang sesuai.")).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(2);
  await expectAccessible(page);
}

async function whenTheyChooseTheInnovator() {
  const card = page.getByRole("article").filter({ hasText: "Inovator" });
  await card.getByRole("button", { name: "Buka ruang kerja" }).press("Enter");
}

async function thenTheyAreAtThePageTheyAskedForInThatRole() {
  await expect(page).toHaveURL(/\/pengajuan$/);
  await expect(page.getByRole("banner")).toContainText(/Dinas Kesehatan, Pemerintah [\w ]*Jakarta Pusat · Inovator/i);
  await expect(page).toHaveTitle(/^Proposal unit Anda · Inovator, Dinas Kesehatan, Pemerintah [\w ]*Jakarta Pusat · Sinovik$/i);
}

async function thenNoLinkToJudgingIsThere() {
  await expect(page.getByRole("link", { name: "Penilaian saya" })).toHaveCount(0);
}
