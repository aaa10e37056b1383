import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { expectAccessible } from "../../support/accessible";
import { arriveAs, givenPerson, type JourneyPerson } from "../../support/journey-people";
import { givenEndorsed } from "../../support/journey-proposals";
import { moveTimetable } from "../../support/journey-timetable";
import { signInAs } from "../../support/sign-in-as";

/* A province's competition of two kinds of participants: its own offices, and its regencies and cities. */

const SLUG = "kipp-sulsel-2023";
const RULES = readFileSync(new URL("../../../prisma/rules/kipp-sulsel.yaml", import.meta.url), "utf8").replaceAll(/\b2023-(\d\d-\d\dT)/g, "2039-$1");

const OFFICE = { unit: "73/dinas-kesehatan", agency: "73/dinas-kesehatan", title: "Dokter Terbang ke Kepulauan" };
const CITY = { unit: "73.72/dinas-sosial", agency: "73.72", title: "Lansia Dijemput Petugas" };
type Place = typeof OFFICE;

let page: Page;
test.beforeEach(({ page: opened }) => {
  page = opened;
});

test.describe.configure({ mode: "serial" });

test("a province opens its competition", async () => {
  await whenTheSuperAdminOpensIt();
  await thenItsPublicPageIsThere();
  await moveTimetable(SLUG, "pendaftaran", "in");
});

for (const place of [OFFICE, CITY]) {
  test(`${place.unit} enters, and ${place.agency} files for it`, async () => {
    const { code, innovator } = await whenTheUnitStarts(place);
    await givenEndorsed(SLUG, code, innovator);
    await whenItsAgencyFiles(place, code);
  });
}

test("a unit of another province is told that it takes no part", async () => {
  await arriveAs(page.context(), await givenPerson({ role: "INNOVATOR", name: "Tulis Jauh", agency: "33.02/dinas-kesehatan" }));
  await page.goto(`/pengajuan/mulai?edisi=${SLUG}`);
  await expect(page.getByLabel("Judul inovasi")).toHaveCount(0);
  await expectAccessible(page);
});

async function whenTheSuperAdminOpensIt() {
  await signInAs(page.context(), "sistem@peragaan.example", "SUPER_ADMIN");
  await page.goto("/kelola/baru");
  await page.getByLabel("Isi berkas aturan").fill(RULES);
  await page.getByRole("button", { name: "Simpan sebagai rancangan" }).click();
  await page.getByRole("button", { name: "Buka edisi" }).click();
}

async function thenItsPublicPageIsThere() {
  await expect(page).toHaveURL(new RegExp(`/kompetisi/${SLUG}$`));
  await expect(page.getByRole("heading", { level: 1, name: "KIPP Sulawesi Selatan 2023" })).toBeVisible();
}

async function whenTheUnitStarts({ unit, title }: Place): Promise<{ code: string; innovator: JourneyPerson }> {
  const innovator = await givenPerson({ role: "INNOVATOR", name: "Tulis Provinsi", agency: unit });
  await arriveAs(page.context(), innovator);
  await page.goto(`/pengajuan/mulai?edisi=${SLUG}`);
  await page.getByLabel("Judul inovasi").fill(title);
  await page.getByLabel("Bulan").selectOption({ label: "Maret" });
  await page.getByLabel("Tahun", { exact: true }).fill("2018");
  await page.getByLabel("Belum pernah", { exact: true }).check();
  await page.getByLabel("Ciptaan sendiri", { exact: true }).check();
  await page.getByLabel("Kategori").selectOption({ label: "Kesehatan" });
  await page.getByLabel("Penanda tangan").fill("Kepala Dinas");
  await page.getByRole("button", { name: "Periksa syarat" }).click();
  await expect(page.getByRole("region", { name: "Hasil pemeriksaan" })).toContainText("Boleh ikut: Umum");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Buat proposal" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return { code: new URL(page.url()).pathname.split("/").at(-1)!, innovator };
}

async function whenItsAgencyFiles({ agency }: Place, code: string) {
  await arriveAs(page.context(), await givenPerson({ role: "AGENCY_ADMIN", name: "Admin Provinsi", agency }));
  await page.goto(`/instansi-saya/ajukan?edisi=${SLUG}`);
  await page.getByRole("checkbox", { name: code }).check();
  await page.getByRole("button", { name: "Periksa sebelum mengajukan" }).click();
  await page.getByRole("button", { name: "Ajukan 1 proposal" }).click();
  await expect(page.getByText(/TT-2023-[0-9A-Z]{6}/).first()).toBeVisible();
  await expectAccessible(page);
}
