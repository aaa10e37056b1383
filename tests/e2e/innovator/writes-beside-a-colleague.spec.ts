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
  await thenTheButtonSavesNothingBeforeHeHasChosen();
  await whenHeTakesHersAndHisOwnBack();
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

async function thenTheButtonSavesNothingBeforeHeHasChosen() {
  await his.getByRole("button", { name: "Simpan dan lanjutkan" }).click();
  await expect(his.getByText("Pilih dulu: simpan isi kotak Anda, atau pakai tulisan yang lain.")).toBeVisible();
  await expect(his).toHaveURL(/\/isi\/tujuan$/);
  expect(await storedText()).toBe(HERS);
}

async function whenHeTakesHersAndHisOwnBack() {
  await his.getByRole("button", { name: "Pakai tulisan Rina Perjalanan" }).click();
  await expect(his.getByRole("textbox")).toHaveValue(HERS);
  const laidAside = his.getByRole("region", { name: /Tulisan Anda yang tidak jadi dipakai/ });
  await expectAccessible(his);
  await laidAside.getByRole("button", { name: "Pakai" }).click();
  await expect(his.getByRole("textbox")).toHaveValue(HIS);
  await expect(his.locator('[data-save-state="saved"]')).toBeVisible();
}

async function thenHisTextStandsAndHersIsInTheHistory() {
  await expect.poll(storedText).toBe(HIS);
  await his.goto(`/pengajuan/${proposal.code}/isi/tujuan`);
  await his.getByRole("link", { name: "Riwayat bagian" }).click();
  await expect(his.getByRole("listitem").filter({ hasText: HERS })).toContainText("Rina Perjalanan");
  await expectAccessible(his);
}

async function storedText() {
  const { rows } = await database.query(`select body from "Answer" where "submissionId" = $1 and "sectionKey" = 'tujuan'`, [proposal.id]);
  return (rows as { body: string }[])[0]?.body;
}
