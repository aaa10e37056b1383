import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenAgency, givenPerson } from "../../support/journey-people";

/* The pages that belong to an edition and to no single proposal: the form that starts one, and the agency's filing. */

const EDITION = "kipp-2021";
const [MINUTE, DAY] = [60_000, 86_400_000];
const TITLE = "Ditulis Saat Tenggat Berubah";

let page: Page;
/** How far from the server's now the timetable puts the close. */
let closesIn: number;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  await page.route("**/api/tenggat/edisi", async (route) => {
    const answer = await route.fetch();
    const { now } = (await answer.json()) as { now: string };
    await route.fulfill({ json: { now, closesAt: new Date(Date.parse(now) + closesIn).toISOString() } });
  });
});

test("the form that starts a proposal hears that the deadline moved, and keeps what was filled in after it", async () => {
  const { unit } = await givenAgency("Kota Tenggat");
  await arriveAs(page.context(), await givenPerson({ role: "INNOVATOR", name: "Mulai Terakhir", agency: unit }));
  await page.goto(`/pengajuan/mulai?edisi=${EDITION}`);
  await page.getByLabel("Judul inovasi").fill(TITLE);
  await thenItFollowsTheClose();
  await expect(page.getByText("Isian ini tetap di halaman ini, tetapi hanya dapat dikirim bila tenggat diperpanjang.")).toBeVisible();
  await expect(page.getByLabel("Judul inovasi")).toHaveValue(TITLE);
  await expectAccessible(page);
});

test("the agency's page of filing hears it too", async () => {
  const { code } = await givenAgency("Kota Tenggat Dua");
  await arriveAs(page.context(), await givenPerson({ role: "AGENCY_ADMIN", name: "Ajukan Terakhir", agency: code }));
  await page.goto(`/instansi-saya/ajukan?edisi=${EDITION}`);
  await expect(page.getByText(/^Sisa waktu pengajuan: \d/)).toBeVisible();
  await thenItFollowsTheClose();
  await expect(page.getByText("Proposal yang belum diajukan tidak ikut kompetisi.")).toBeVisible();
  await expect(page.getByText("Sisa waktu pengajuan: sudah habis")).toBeVisible();
  await expectAccessible(page);
});

async function thenItFollowsTheClose() {
  await whenTheCloseIsIn(43.5 * MINUTE);
  await expect(page.getByRole("main").getByText(/Tenggat dimajukan menjadi .* Sisa 43 menit sebelum pendaftaran ditutup\./).first()).toBeVisible();
  await expect(page.getByText(/\(dimajukan, semula .*\)/)).toBeVisible();
  await whenTheCloseIsIn(60 * DAY);
  await expect(page.getByText(/Tenggat diperpanjang hingga /).first()).toBeVisible();
  await whenTheCloseIsIn(-MINUTE);
  await expect(page.getByRole("heading", { name: /^Pendaftaran ditutup .*\.$/ })).toBeVisible();
}

/** The page is looked at again. */
async function whenTheCloseIsIn(milliseconds: number) {
  closesIn = milliseconds;
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}
