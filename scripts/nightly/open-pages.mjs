// Pages that were open when the portal became another release, and what their people do on them next.
import { chromium } from "@playwright/test";

const SOON_MS = 20_000;
const FLAGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-gpu"];

/**
 * @typedef {import("@playwright/test").Page} Page
 * @typedef {{section: Page, identity: Page, sheet: Page, reader: Page}} Pages
 * @typedef {Pages & {world: import("./world.mjs").World}} Open
 */

/**
 * @param {{life: import("../lib/command.mjs").Life, world: import("./world.mjs").World, executablePath: string}} needs
 * @returns {Promise<Pages>}
 */
export async function openPages({ life, world, executablePath }) {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  life.onStop(() => browser.close());
  /** @param {string} path @param {string} [cookie] */
  const open = async (path, cookie) => {
    const context = await browser.newContext({ baseURL: world.base, locale: "id-ID", timezoneId: "Asia/Makassar" });
    context.setDefaultTimeout(SOON_MS);
    const [name = "", value = ""] = cookie?.split("=", 2) ?? [];
    if (cookie) await context.addCookies([{ name, value, url: world.base }]);
    const page = await context.newPage();
    await page.goto(path, { waitUntil: "networkidle" });
    return page;
  };
  const [writer, owner] = world.authors;
  const [judge] = world.judges;
  return {
    section: await open(`/pengajuan/${writer?.code}/isi/${writer?.sections[0]}`, writer?.cookie),
    identity: await open(`/pengajuan/${owner?.code}/identitas`, owner?.cookie),
    sheet: await open(`/penilaian/${judge?.sheets[0]}`, judge?.cookie),
    reader: await open("/"),
  };
}

/** @type {[string, (open: Open) => Promise<void>][]} */
export const UNDER_THE_NEXT = [
  ["a section that is written on is saved", async ({ section, world }) => {
    await section.getByRole("textbox").first().pressSequentially("Ditulis melewati pembaruan.");
    const [writer] = world.authors;
    await stored(world, {
      sql: `select 1 from "Answer" a join "Submission" s on s."organizerId" = a."organizerId" and s.id = a."submissionId" where s.code = $1 and a.body like '%Ditulis melewati pembaruan.%'`,
      values: [writer?.code],
    });
  }],
  ["a form is taken", async ({ identity, world }) => {
    await identity.getByLabel("Judul inovasi").fill("Judul Setelah Pembaruan");
    await identity.getByLabel("Penanda tangan").fill("Kepala Dinas");
    await identity.getByRole("button", { name: "Simpan" }).first().click();
    const [, owner] = world.authors;
    await stored(world, { sql: `select 1 from "Submission" where code = $1 and title = 'Judul Setelah Pembaruan'`, values: [owner?.code] });
  }],
  ["marks are handed in", async ({ sheet, world }) => {
    const [judge] = world.judges;
    for (const box of await sheet.locator('input[id^="field-marks-"]').all()) await box.fill("75");
    await sheet.getByRole("button", { name: "Simpan dan berikutnya" }).click();
    await stored(world, {
      sql: `select 1 from "Review" r where r."assignmentId" = $1 and r."finishedAt" is not null
        and not exists (select from "Score" c where c."organizerId" = r."organizerId" and c."assignmentId" = r."assignmentId" and c.mark <> 75)`,
      values: [judge?.sheets[0]],
    });
  }],
  ["a reader goes on to the next page", async ({ reader }) => {
    await reader.getByRole("link", { name: "Kompetisi" }).first().click();
    await reader.waitForURL("**/kompetisi");
    await reader.getByRole("heading", { level: 1 }).waitFor();
  }],
  ["the next release was really there", async ({ section }) => {
    await section.reload();
    await section.locator('html[data-release="next"]').waitFor();
  }],
];

/** @param {import("./world.mjs").World} world @param {{sql: string, values: unknown[]}} query */
async function stored({ pool }, { sql, values }) {
  const end = performance.now() + SOON_MS;
  while ((await pool.query(sql, values)).rowCount === 0) {
    if (performance.now() > end) throw new Error("It was not stored.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
