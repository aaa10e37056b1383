import { createHash } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";

const RESULT = "/kompetisi/kipp-2020/hasil/top-99";
const MOST_BYTES = 60 * 1024;

let page: Page;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test("a published result needs no script, weighs under 60 KB with all it loads, and says that it is decided", async () => {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => sizes.push(response.request().sizes().then(({ responseBodySize }) => responseBodySize)));
  await page.goto(RESULT, { waitUntil: "networkidle" });
  await expect(page.getByText("Ditetapkan dengan Keputusan Nomor PERAGAAN/1/2020")).toBeVisible();
  await expect(page.getByRole("rowheader")).toHaveCount(114);
  const loaded = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(loaded).toBeGreaterThan(1_000);
  expect(loaded).toBeLessThan(MOST_BYTES);
});

test("whoever downloads the data can check that they are what was published", async () => {
  await page.goto(RESULT);
  const printed = await page.getByText(/^[0-9a-f]{64}$/).allInnerTexts();
  // The two files, the frozen ranking and the head of the audit chain.
  expect(printed).toHaveLength(4);
  const sums = await (await page.request.get(`${RESULT}/sha256sums.txt`)).text();
  for (const file of ["data.csv", "data.json"]) {
    const hash = createHash("sha256").update(await (await page.request.get(`${RESULT}/${file}`)).body()).digest("hex");
    expect(printed).toContain(hash);
    expect(sums).toContain(hash);
  }
  for (const line of sums.trimEnd().split("\n")) {
    const [hash, name] = line.split("  ");
    const answer = await page.request.get(`${RESULT}/${name}`);
    expect([name, createHash("sha256").update(await answer.body()).digest("hex")]).toEqual([name, hash]);
  }
});

test("without a script a visitor comes from the home page over the competition to its result and to one innovation", async () => {
  await page.goto("/");
  await page.getByRole("link", { name: "Lihat hasil" }).click();
  await page.getByRole("link", { name: "KIPP 2020", exact: true }).click();
  await thenTheMethodSaysThatPeopleDecideBetweenEquals();
  await page.getByRole("region", { name: "Hasil", exact: true }).getByRole("link", { name: "Top 99 dan finalis kelompok khusus" }).click();
  await page.getByRole("link", { name: "Lancar HD (Layanan Antar Jemput Pasien Hemodialisa)" }).click();
  await expect(page.getByText("Top 45/2020")).toBeVisible();
});

async function thenTheMethodSaysThatPeopleDecideBetweenEquals() {
  const method = page.getByRole("region", { name: "Cara menentukan hasil" });
  await method.getByText("Lihat yang menentukan urutan bila nilainya sama").first().click();
  await expect(method.getByText("Yang masih sama setelah itu berbagi peringkat.").first()).toBeVisible();
  await expect(method).toContainText("Bila yang sama berada tepat di batas Top 99, rapat penetapan yang memutuskan");
}
