import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { givenACloseThatMoves, type MovingClose } from "../../support/journey-deadline";
import { arriveAs, givenAgency, givenPerson } from "../../support/journey-people";

/* The pages that belong to an edition and to no single proposal: the form that starts one, and the agency's filing. */

const EDITION = "kipp-2021";
const [MINUTE, DAY] = [60_000, 86_400_000];
const TITLE = "Ditulis Saat Tenggat Berubah";

let page: Page;
let close: MovingClose;
test.beforeEach(async ({ page: opened }) => {
  page = opened;
  close = await givenACloseThatMoves(page, "**/api/tenggat/edisi");
});
test.afterEach(() => close.end());

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
  await close.isIn(43.5 * MINUTE);
  await expect(page.getByRole("main").getByText(/Tenggat dimajukan menjadi .* Sisa 43 menit sebelum pendaftaran ditutup\./).first()).toBeVisible();
  await expect(page.getByText(/\(dimajukan, semula .*\)/)).toBeVisible();
  await close.isIn(60 * DAY);
  await expect(page.getByText(/Tenggat diperpanjang hingga /).first()).toBeVisible();
  await close.isIn(-MINUTE);
  await expect(page.getByRole("heading", { name: /^Pendaftaran ditutup .*\.$/ })).toBeVisible();
}
