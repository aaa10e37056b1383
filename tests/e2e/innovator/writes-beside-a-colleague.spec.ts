import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson, type JourneyPerson } from "../../support/journey-people";
import { givenProposal, type JourneyProposal } from "../../support/journey-proposals";
import { database } from "../../support/sign-in-as";

const UNIT = "31.73/dinas-kesehatan";
const HERS = "Tulisan Rina tentang tujuan inovasi ini, disimpan lebih dulu.";
const HIS = "Tulisan Budi tentang tujuan yang sama, ditulis pada saat yang sama.";

let rina: JourneyPerson;
let budi: JourneyPerson;
let hers: Page;
let his: Page;
let proposal: JourneyProposal;

test("two people in one section: the second is shown both texts, decides, and nothing is lost", async ({ page, browser }) => {
  hers = page;
  his = await (await browser.newContext()).newPage();
  await givenTwoColleaguesInTheSameSection();
  await whenSheSavesFirst();
  await whenHeSavesAfterHer();
  await thenHeSeesBothTexts();
  await whenHeKeepsHisOwn();
  await thenHisTextStandsAndHersIsInTheHistory();
  await his.context().close();
});

async function givenTwoColleaguesInTheSameSection() {
  rina = await givenPerson({ role: "INNOVATOR", name: "Rina Perjalanan", agency: UNIT });
  budi = await givenPerson({ role: "INNOVATOR", name: "Budi Perjalanan", agency: UNIT });
  proposal = await givenProposal({ edition: "kipp-2021", unit: UNIT, owner: rina, title: "Dua Pena Satu Bagian" });
  await arriveAs(hers.context(), rina);
  await arriveAs(his.context(), budi);
  for (const page of [hers, his]) {
    await page.goto(`/pengajuan/${proposal.code}/isi/tujuan`);
    await expect(page.getByRole("textbox")).toBeVisible();
  }
}

async function whenSheSavesFirst() {
  await hers.getByRole("textbox").fill(HERS);
  await expect(hers.locator('[data-save-state="saved"]')).toBeVisible();
}

async function whenHeSavesAfterHer() {
  await his.getByRole("textbox").fill(HIS);
}

async function thenHeSeesBothTexts() {
  await expect(his.getByRole("alert").filter({ hasText: "Rina Perjalanan mengubah bagian ini" })).toBeVisible();
  await expect(his.getByRole("region", { name: "Tulisan Rina Perjalanan" })).toContainText(HERS);
  await expect(his.getByRole("textbox")).toHaveValue(HIS);
  await expect(his.locator('[data-save-state="conflict"]')).toContainText("Belum tersimpan");
  await expectAccessible(his);
}

async function whenHeKeepsHisOwn() {
  await his.getByRole("button", { name: "Simpan isi kotak saya" }).press("Enter");
  await expect(his.locator('[data-save-state="saved"]')).toBeVisible();
}

async function thenHisTextStandsAndHersIsInTheHistory() {
  const answer = await database.query(`select body from "Answer" where "submissionId" = $1 and "sectionKey" = 'tujuan'`, [proposal.id]);
  expect(answer.rows).toEqual([{ body: HIS }]);
  const history = await database.query(
    `select body, "savedById" from "AnswerVersion" where "submissionId" = $1 and "sectionKey" = 'tujuan' order by version`, [proposal.id]);
  expect(history.rows).toContainEqual({ body: HERS, savedById: rina.id });
}
