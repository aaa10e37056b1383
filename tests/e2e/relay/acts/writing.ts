import { expect } from "@playwright/test";
import { expectAccessible } from "../../../support/accessible";
import { only } from "../../../support/journey-people";
import { answerOf, givenProposal } from "../../../support/journey-proposals";
import { database } from "../../../support/sign-in-as";
import { CITY, EDITION, emailOf, OTHERS, pageOf, story, TITLE } from "./story";

const OTHER_UNITS = ["dinas-sosial", "dinas-pendidikan", "kecamatan-mariso", "rsud-kota-makassar", "dinas-kependudukan-dan-pencatatan-sipil"];

export async function whenTheInnovatorStartsAProposal() {
  const page = pageOf("innovator");
  await page.goto(`/pengajuan/mulai?edisi=${EDITION}`);
  await page.getByLabel("Judul inovasi").fill(TITLE);
  await page.getByLabel("Bulan").selectOption({ label: "Maret" });
  await page.getByLabel("Tahun", { exact: true }).fill("2021");
  await page.getByLabel("Belum pernah", { exact: true }).check();
  await page.getByLabel("Ciptaan sendiri", { exact: true }).check();
  await page.getByLabel("Kategori").selectOption({ label: "Layanan dasar" });
  await page.getByLabel("Penanda tangan").fill("Kepala Puskesmas Pulau");
  await page.getByRole("button", { name: "Periksa syarat" }).click();
  await expect(page.getByText("Boleh ikut: Kelompok terbuka")).toBeVisible();
  await page.getByRole("button", { name: "Buat proposal" }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  story.code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  expect(story.code).toMatch(/^INV-2027-/);
}

export async function whenTheInnovatorWritesEachSection() {
  const page = pageOf("innovator");
  await page.goto(`/pengajuan/${story.code}/isi/ringkasan`);
  for (const section of ["ringkasan", "perubahan", "kelanjutan"]) {
    await expect(page).toHaveURL(new RegExp(`/isi/${section}$`));
    await page.getByRole("textbox").fill(answerOf(section));
    await expect(page.locator('[data-save-state="saved"]')).toContainText("WITA");
    await page.getByLabel("Ya, sudah selesai").check();
    await page.getByRole("button", { name: "Simpan dan lanjutkan" }).click();
  }
  await expect(page).not.toHaveURL(/\/isi\//);
}

export async function whenTheInnovatorChecksAndSends() {
  const page = pageOf("innovator");
  await page.goto(`/pengajuan/${story.code}/periksa`);
  await expect(page.getByText("Tidak ada masalah yang ditemukan")).toBeVisible();
  await page.getByRole("link", { name: "Lanjut ke pernyataan" }).click();
  await page.getByLabel("Isi proposal ini benar dan dapat dibuktikan.").check();
  await page.getByRole("button", { name: "Kirim ke admin instansi" }).click();
}

export async function thenItHasNotReachedTheOrganiser() {
  const page = pageOf("innovator");
  await expect(page.getByRole("heading", { level: 1, name: "Proposal dikirim ke admin instansi" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Belum sampai ke penyelenggara" })).toBeVisible();
}

export async function whenTheAgencyEndorses() {
  const page = pageOf("agency");
  await page.goto(`/instansi-saya?edisi=${EDITION}`);
  await page.getByRole("link", { name: TITLE }).first().click();
  await page.getByRole("checkbox", { name: "sudah menandatangani surat pernyataan" }).check();
  await page.getByLabel("Bagaimana Anda memastikannya?").fill("Surat asli sudah dilihat");
  await page.getByRole("button", { name: "Setujui isi" }).click();
  await page.getByRole("status").getByRole("link", { name: "Ke halaman pengajuan" }).click();
}

export async function whenTheAgencyFiles() {
  const page = pageOf("agency");
  await page.getByRole("checkbox", { name: story.code }).check();
  await page.getByRole("button", { name: "Periksa sebelum mengajukan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Anda akan mengajukan 1 proposal" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ajukan 1 proposal" }).click();
  await expect(page.getByText(/TT-2027-[0-9A-Z]{6}/).first()).toBeVisible();
  await expectAccessible(page);
}

export async function thenTheInnovatorReadsTheReceiptsNumber() {
  const page = pageOf("innovator");
  await page.goto(`/pengajuan/${story.code}/tanda-terima`);
  await expect(page.getByRole("heading", { name: "Sudah sampai ke penyelenggara" })).toBeVisible();
  await expect(page.getByText(/TT-2027-[0-9A-Z]{6}/)).toBeVisible();
}

export async function givenFiveFurtherEntries() {
  const { rows } = await database.query<{ id: string }>(`select "ownerId" as id from "Submission" where code = $1`, [story.code]);
  const owner = { id: only(rows, story.code).id, email: emailOf("innovator"), name: "Innovator", role: "INNOVATOR" };
  for (const [place, title] of OTHERS.entries())
    await givenProposal({ edition: EDITION, unit: `${CITY}/${OTHER_UNITS[place]}`, owner, title, status: "SUBMITTED" });
}
