import { expect, type Browser, type Page } from "@playwright/test";

/** What all acts of the relay know: the competition, the innovation, and everybody's own browser. */
export const EDITION = "uji-makassar-2027";
export const EDITION_CODE = "UJI-MAKASSAR-2027";
export const CITY = "73.71";
export const TITLE = "Posyandu Keliling Pulau";
export const OTHERS = ["Perpustakaan Perahu", "Kartu Antre Warga", "Taman Baca Lorong", "Lapor Jalan Rusak", "Kelas Ibu Hamil"];
/** What whoever scores an entry gives it in everything; the third and the fourth are equal, on the line of the Top 3. */
export const MARKS: Readonly<Record<string, number>> = {
  [TITLE]: 90, "Perpustakaan Perahu": 80, "Kartu Antre Warga": 75, "Taman Baca Lorong": 75, "Lapor Jalan Rusak": 65, "Kelas Ibu Hamil": 60,
};

const PASSWORD = "perahu biru di teluk tenang";

type Story = { browser: Browser | null; people: Map<string, Page>; code: string };

/** `code` is the innovation's, once it has been given one. */
export const story: Story = { browser: null, people: new Map(), code: "" };

export const emailOf = (who: string) => `${who.toLowerCase()}@relai.example`;

export async function openPage(who: string): Promise<Page> {
  if (!story.browser) throw new Error("The story has not begun.");
  const context = await story.browser.newContext({ baseURL: process.env.BASE_URL, locale: "id-ID", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  story.people.set(who, page);
  return page;
}

export function pageOf(who: string): Page {
  const page = story.people.get(who);
  if (!page) throw new Error(`${who} has not arrived yet.`);
  return page;
}

export async function everybodyLeaves(): Promise<void> {
  for (const page of story.people.values()) await page.context().close();
}

/** The link that the page shows to the super admin who invites, and to nobody else. */
export async function linkFrom(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Buat undangan" }).click();
  const done = page.getByRole("status").filter({ hasText: "Kirim tautan ini hanya kepada" });
  await expect(done).toBeVisible();
  const link = /\/undangan\/[\w-]+/.exec(await page.getByText("/undangan/").innerText())?.[0];
  if (!link) throw new Error("The page shows no link.");
  return link;
}

/** Whoever else invites is told that it waits, and is shown no link. */
export async function inviteAndWait(page: Page, who: string): Promise<void> {
  await page.getByRole("button", { name: "Buat undangan" }).click();
  await expect(page.getByRole("status").filter({ hasText: `Undangan untuk ${emailOf(who)} dibuat` })).toBeVisible();
  await expect(page.getByText("/undangan/")).toHaveCount(0);
}

/** The super admin makes their links together and hands each to its own person. */
export async function handOverTo(...people: string[]): Promise<void> {
  const keeper = pageOf("superAdmin");
  await keeper.goto("/sistem/pengguna");
  for (const who of people) await keeper.getByRole("checkbox", { name: `Pilih undangan untuk ${emailOf(who)}` }).check();
  await keeper.getByRole("button", { name: "Buat tautan untuk yang dipilih" }).click();
  await expect(keeper.getByRole("status").filter({ hasText: "Tautan dibuat." })).toBeVisible();
  const links = (await keeper.getByText("/undangan/").innerText()).split("\n\n");
  for (const who of people) {
    const link = /\/undangan\/[\w-]+/.exec(links.find((line) => line.startsWith(emailOf(who))) ?? "")?.[0];
    if (!link) throw new Error(`The page shows no link for ${who}.`);
    await accept(who, link);
  }
}

/** In a browser of their own the invited person reads, chooses a password, and is in. */
export async function accept(who: string, link: string): Promise<void> {
  const page = await openPage(who);
  await page.goto(link);
  await page.getByLabel("Nama lengkap").fill(`${who} Relai`);
  await page.getByLabel("Kata sandi").fill(PASSWORD);
  await page.getByRole("button", { name: "Terima undangan" }).click();
  await expect(page.getByRole("banner")).toContainText(`${who} Relai`);
}
