import { expect, test, type Page } from "@playwright/test";
import { tabTo } from "../../support/journey-keyboard";

let page: Page;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("a visitor reads on the home page what this is and where each competition stands, and finds the newest results", async () => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Kompetisi inovasi pelayanan publik, dari proposal sampai penetapan" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Yang sedang berjalan" }).getByRole("link", { name: "KIPP 2021", exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Hasil terbaru" }).getByRole("listitem").first()).toBeVisible();
});

test("a visitor searches the library with the keyboard and sees what an innovation reached in which year", async () => {
  await givenTheLibrary();
  await whenTheySearchWithTheKeyboard();
  await thenTheInnovationIsFoundAmongFew();
  await whenTheyOpenIt();
  await thenItsHistoryHasAnEarlierYearWithSourceAndTheYearOfThisPortal();
});

test("a visitor searches from the home page, with a word of the title and one of the agency", async () => {
  await page.goto("/");
  await page.getByRole("searchbox", { name: "Cari judul, instansi, atau unit" }).fill("call parepare");
  await page.getByRole("search").getByRole("button", { name: "Cari" }).click();
  await expect(page).toHaveURL(/inovasi\?cari=call\+parepare/);
  await expect(page.getByRole("status")).toContainText("1 inovasi untuk “call parepare”");
});

test("a search that finds nothing says so and offers the way back, whatever was typed", async () => {
  for (const words of ["tidak-ada-yang-begini", "<script>alert(1)</script>", "%", "𝕬 ‮ terbalik", "a".repeat(200)]) {
    const answer = await page.goto(`/inovasi?cari=${encodeURIComponent(words)}`);
    expect(answer?.status(), words).toBe(200);
  }
  await page.goto("/inovasi?cari=tidak-ada-yang-begini");
  await expect(page.getByRole("heading", { name: "Tidak ada inovasi untuk “tidak-ada-yang-begini”" })).toBeVisible();
});

async function givenTheLibrary() {
  await page.goto("/inovasi");
  await expect(page.getByRole("navigation", { name: "Halaman daftar inovasi" })).toBeVisible();
}

async function whenTheySearchWithTheKeyboard() {
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("call centre 112");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/cari=call\+centre\+112/);
}

async function thenTheInnovationIsFoundAmongFew() {
  await expect(page.getByRole("status")).toContainText("1 inovasi untuk “call centre 112”");
}

async function whenTheyOpenIt() {
  await page.getByRole("link", { name: /Call Centre 112/ }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /Call Centre 112/ })).toBeVisible();
}

async function thenItsHistoryHasAnEarlierYearWithSourceAndTheYearOfThisPortal() {
  const reached = page.getByRole("table", { name: /Hasil menurut tahun/ });
  const earlier = reached.getByRole("row").filter({ hasText: "2018" });
  await expect(earlier).toContainText("Top 40");
  await expect(earlier, "where it was announced").toContainText("Lima Inovasi Parepare Jadi Unggulan di KIPP 2020");
  await expect(reached.getByRole("row").filter({ hasText: "2020" }).filter({ hasText: "5 Outstanding Achievement" })).toBeVisible();
  await expect(page.getByText("Data peragaan: hasil yang bertanda “Peragaan” hanya buatan, bukan hasil sungguhan.")).toBeVisible();
}
