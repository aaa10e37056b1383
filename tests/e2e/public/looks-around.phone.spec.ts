import { expect, test, type Page } from "@playwright/test";
import { expectNoSidewaysScroll } from "../../support/accessible";

let page: Page;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("on a telephone a visitor comes by touch from the home page to a competition, its result and one innovation", async () => {
  await page.goto("/");
  await page.getByRole("link", { name: "Lihat hasil" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "Kompetisi", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "KIPP Banyumas 2020", exact: true }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "KIPP Banyumas 2020" })).toBeVisible();
  await page.getByRole("region", { name: "Hasil", exact: true }).getByRole("link", { name: "Top 20" }).tap();
  await expect(page.getByRole("rowheader")).toHaveCount(20);
  await page.getByRole("rowheader").first().getByRole("link").tap();
  await expect(page).toHaveURL(/\/inovasi\/INO-/);
});

test("on a telephone the library is searched and leafed through without scrolling sideways", async () => {
  await page.goto("/inovasi");
  await page.getByRole("navigation", { name: "Halaman daftar inovasi" }).getByRole("link", { name: "Halaman 2" }).tap();
  await expect(page).toHaveURL(/hal=2/);
  await expectNoSidewaysScroll(page);
  await page.getByRole("searchbox").fill("desa");
  await page.getByRole("button", { name: "Cari" }).tap();
  await expect(page.getByRole("status")).toContainText("untuk “desa”");
  await expectNoSidewaysScroll(page);
});

test("an old telephone's browser, which throws away what stands in a layer, is given no layers", async () => {
  await page.goto("/");
  const addresses = await page.locator('link[rel="stylesheet"]').evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) {
    const style = await (await page.request.get(address)).text();
    expect(style).toContain("box-sizing:border-box");
    expect(style).not.toContain("@layer");
  }
});
