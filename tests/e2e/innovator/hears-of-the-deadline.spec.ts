import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { givenACloseThatMoves, type MovingClose } from "../../support/journey-deadline";
import { arriveAs, givenPerson } from "../../support/journey-people";
import { givenProposal } from "../../support/journey-proposals";

const UNIT = "73.72/rsud-andi-makkasau";
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const WORDS = "Antrean turun sejak pasien mendaftar dari rumah.";

let page: Page;
let close: MovingClose;

test.beforeEach(async ({ page: opened }) => {
  page = opened;
  const owner = await givenPerson({ role: "INNOVATOR", name: "Menit Terakhir", agency: UNIT });
  const proposal = await givenProposal({ edition: "kipp-2021", unit: UNIT, owner, title: "Ditulis Sampai Tenggat", without: ["ringkasan"] });
  await arriveAs(page.context(), owner);
  // The clock of this device is three hours fast.
  await page.clock.install({ time: Date.now() + 3 * HOUR });
  close = await givenACloseThatMoves(page, "**/api/tenggat");
  await page.goto(`/pengajuan/${proposal.code}/isi/ringkasan`);
  await page.getByRole("textbox").fill(WORDS);
  // Its answer carries the true deadline: from here on only this journey's is told.
  await expect(page.locator('[data-save-state="saved"]')).toBeVisible();
});
test.afterEach(() => close.end());

const line = () => page.locator('[data-sticky="line"]');
const status = () => page.getByRole("status");

test("an open page hears that the deadline moved, counts the last hour by the server's clock, and keeps the words after it", async () => {
  await expect(page.getByText(/Tenggat \d+ \w+ \d{4} pukul \d\d\.\d\d WITA/)).toBeVisible();
  await close.isIn(43.5 * MINUTE);
  await expect(line()).toContainText(/Tenggat dimajukan menjadi .* WITA\. Sisa 43 menit sebelum pendaftaran ditutup\./);
  await expect(status().filter({ hasText: "Sisa 43 menit" })).toHaveCount(1);
  await expect(page.getByText(/\(dimajukan, semula .* WITA\)/)).toBeVisible();
  await expectAccessible(page);

  await page.clock.runFor(14 * MINUTE);
  await expect(line()).toContainText("Sisa 29 menit");
  await expect(status().filter({ hasText: "Sisa 29 menit" })).toHaveCount(1);

  await close.isIn(60 * DAY);
  await expect(line()).toContainText(/Tenggat diperpanjang hingga .* WITA\./);
  await expect(line()).not.toContainText("Sisa");

  await close.isIn(-MINUTE);
  await expect(page.getByRole("heading", { name: /^Pendaftaran ditutup .* WITA\.$/ })).toBeVisible();
  await expect(page.getByText("Tulisan Anda tetap ada di halaman ini.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveValue(WORDS);
  await expectAccessible(page);
});
