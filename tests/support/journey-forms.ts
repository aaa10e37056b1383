import { expect, type BrowserContext, type Page, type Request } from "@playwright/test";
import { givenAssignments } from "./journey-judging";
import { arriveAs, givenAgency, givenPerson, only, type JourneyPerson } from "./journey-people";
import { givenProposal } from "./journey-proposals";
import { database } from "./sign-in-as";

/** A form that somebody writes in: where it stands, what its button says, and which of its boxes are written in (all). */
export type JourneyForm = { person: JourneyPerson; path: string; button: string; boxes?: string; proposal?: string };

const BOXES = 'input[type="text"], textarea';

/** Every kind of form with a text box that a journey can reach, ready to be written in. */
export const FORMS: Record<string, (context: BrowserContext) => Promise<JourneyForm>> = {
  section: async () => ofWriter((code) => ({ path: `/pengajuan/${code}/isi/dampak`, button: "Simpan dan lanjutkan" })),
  identity: async () =>
    ofWriter((code) => ({ path: `/pengajuan/${code}/identitas`, button: "Simpan dan lanjutkan", boxes: '[name="title"], [name="signatory"]' })),
  start: async () => {
    const { unit } = await givenAgency("Pemerintah Kota Isian");
    return { person: await givenPerson({ role: "INNOVATOR", name: "Mulai Isian", agency: unit }), path: "/pengajuan/mulai?edisi=kipp-2021", button: "Periksa syarat" };
  },
  "agency notes": async () => {
    const agency = await givenAgency("Pemerintah Kota Catatan");
    const owner = await givenPerson({ role: "INNOVATOR", name: "Tulis Isian", agency: agency.unit });
    const { code, id } = await givenProposal({ edition: "kipp-2021", unit: agency.unit, owner, title: "Formulir Tertahan", status: "AGENCY_REVIEW" });
    const person = await givenPerson({ role: "AGENCY_ADMIN", name: "Admin Isian", agency: agency.code });
    return { person, path: `/instansi-saya/proposal/${code}`, button: "Simpan catatan", boxes: '[name^="notes."]', proposal: id };
  },
  "scoring sheet": async () => {
    const edition = "kipp-banyumas-2020";
    const person = await givenPerson({ role: "PANELIST", name: "Panel Isian", edition });
    const entry = only(await givenAssignments(person, { edition, stage: "presentasi", count: 1 }), "an entry");
    return { person, path: `/penilaian/${entry.id}`, button: "Simpan dan berikutnya" };
  },
  recusal: async () => {
    const edition = "kipp-banyumas-2020";
    const person = await givenPerson({ role: "PANELIST", name: "Konflik Isian", edition });
    const entry = only(await givenAssignments(person, { edition, stage: "presentasi", count: 1 }), "an entry");
    return { person, path: `/penilaian/${entry.id}`, button: "Nyatakan konflik dan tidak menilai", boxes: '[name="reason"]' };
  },
  "a moved date": async () => {
    const edition = "kipp-2021-seleksi";
    const person = await givenPerson({ role: "SECRETARIAT", name: "Jadwal Isian", edition });
    return { person, path: `/kelola/${edition}/tahapan`, button: "Ubah jadwal Penilaian proposal", boxes: '[name="reason"]' };
  },
  rules: async () => ({
    person: await givenPerson({ role: "SUPER_ADMIN", name: "Aturan Isian" }), path: "/kelola/baru", button: "Simpan sebagai rancangan",
  }),
  "selector's checklist": async (context) => {
    const person = await givenPerson({ role: "ADMIN_SELECTOR", name: "Seleksi Isian", edition: "kipp-2021-seleksi" });
    await arriveAs(context, person);
    const page = await context.newPage();
    await page.goto("/verifikasi");
    await page.getByRole("button", { name: "Ambil berikutnya" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Daftar periksa" })).toBeVisible();
    const path = new URL(page.url()).pathname;
    await page.close();
    return { person, path, button: "Simpan dan putuskan" };
  },
  "units of an agency": async () => {
    const { code } = await givenAgency("Pemerintah Kota Undangan");
    return { person: await givenPerson({ role: "AGENCY_ADMIN", name: "Undang Isian", agency: code }), path: "/instansi-saya/unit", button: "Tambah unit" };
  },
};

async function ofWriter(form: (code: string) => Omit<JourneyForm, "person" | "proposal">): Promise<JourneyForm> {
  const { unit } = await givenAgency("Pemerintah Kota Isian");
  const person = await givenPerson({ role: "INNOVATOR", name: "Tulis Isian", agency: unit });
  const { code, id } = await givenProposal({ edition: "kipp-2021", unit, owner: person, title: "Formulir Tertahan", without: ["dampak"] });
  return { person, ...form(code), proposal: id };
}

export const endSessionsOf = ({ id }: Pick<JourneyPerson, "id">) =>
  database.query(`update "Session" set "endedAt" = now() where "userId" = $1 and "endedAt" is null`, [id]);

/** Writes something of its own in each box; out: what was written. */
export async function writeIn(page: Page, { button, boxes = BOXES }: JourneyForm): Promise<string[]> {
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: button }) }).first();
  const written: string[] = [];
  for (const box of await form.locator(boxes).all()) {
    if (!(await box.isVisible())) continue;
    const text = `Kata ${written.length + 1} <b>&"`.slice(0, Number((await box.getAttribute("maxlength")) ?? 100));
    await box.fill(text);
    written.push(text);
  }
  expect(written.length).toBeGreaterThan(0);
  return written;
}

export const press = (page: Page, { button }: JourneyForm) => page.getByRole("button", { name: button }).first().click();

/** The page that holds a form: all that was written, each under what stands above its box, and nothing of the framework. */
export async function expectHeld(page: Page, written: readonly string[], because: string | RegExp): Promise<void> {
  await expect(page.getByRole("button", { name: "Kirim lagi" })).toBeVisible();
  await expect(page.locator(".why")).toContainText(because);
  const values = await Promise.all((await page.getByRole("textbox").all()).map((box) => box.inputValue()));
  expect(values).toEqual(expect.arrayContaining([...written]));
  for (const box of await page.getByRole("textbox").all()) {
    const id = await box.getAttribute("id");
    expect((await page.locator(`label[for="${id}"]`).innerText()).trim()).not.toBe("");
  }
}

/** From here on the page names its forms' actions as the portal did before an update. Out: what ends that. */
export async function givenAPageFromBeforeAnUpdate(page: Page): Promise<() => Promise<void>> {
  const isForm = (request: Request) => request.method() === "POST" && (request.headers()["content-type"] ?? "").startsWith("multipart/form-data");
  await page.route("**/*", async (route) => {
    const request = route.request();
    if (!isForm(request)) return route.continue();
    const headers = { ...request.headers(), ...(request.headers()["next-action"] ? { "next-action": "60".padEnd(42, "0") } : {}) };
    const sent = request.postDataBuffer()?.toString("latin1").replaceAll(/"id":"[0-9a-f]{42}"/g, `"id":"${"60".padEnd(42, "0")}"`);
    await route.continue({ headers, postData: sent === undefined ? undefined : Buffer.from(sent, "latin1") });
  });
  return () => page.unroute("**/*");
}
