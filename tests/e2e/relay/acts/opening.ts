import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { expectAccessible } from "../../../support/accessible";
import { signInAs } from "../../../support/sign-in-as";
import { accept, CITY, EDITION, emailOf, handOverTo, inviteAndWait, linkFrom, openPage, pageOf } from "./story";

const AGENCY = `${CITY}/dinas-kesehatan`;

export async function givenTheSuperAdmin() {
  const page = await openPage("superAdmin");
  await signInAs(page.context(), "sistem@peragaan.example", "SUPER_ADMIN");
}

export async function whenTheRulesArePasted() {
  const page = pageOf("superAdmin");
  await page.goto("/kelola/baru");
  await page.getByLabel("Isi berkas aturan").fill(readFileSync(new URL("../rules.yaml", import.meta.url), "utf8"));
  await page.getByRole("button", { name: "Simpan sebagai rancangan" }).click();
  await page.getByRole("button", { name: "Buka edisi" }).click();
}

export async function thenThePublicPageOfTheEditionIsThere() {
  const page = pageOf("superAdmin");
  await expect(page).toHaveURL(new RegExp(`/kompetisi/${EDITION}$`));
  await expect(page.getByRole("heading", { level: 1, name: "Uji Inovasi Makassar 2027" })).toBeVisible();
  await expect(page.getByText("Layanan yang dekat dengan warga")).toBeVisible();
}

export async function whenTheSecretariatAndTheAgencyAreInvited() {
  const page = pageOf("superAdmin");
  await page.goto("/sistem/pengguna");
  await page.getByRole("textbox", { name: "Surel", exact: true }).fill(emailOf("secretariat"));
  await page.getByLabel("Peran", { exact: true }).selectOption({ label: "Sekretariat" });
  await page.getByLabel("Edisi (untuk peran edisi)").selectOption(EDITION);
  await accept("secretariat", await linkFrom(page));
  await page.goto("/sistem/pengguna");
  await page.getByRole("textbox", { name: "Surel", exact: true }).fill(emailOf("agency"));
  await page.getByLabel("Peran", { exact: true }).selectOption({ label: "Admin instansi" });
  await page.getByLabel("Unit atau instansi").fill(AGENCY);
  await accept("agency", await linkFrom(page));
}

export async function whenTheSuperAdminInvitesThePublisher() {
  const page = pageOf("superAdmin");
  await page.goto("/sistem/pengguna");
  await page.getByRole("textbox", { name: "Surel", exact: true }).fill(emailOf("publisher"));
  await page.getByLabel("Peran", { exact: true }).selectOption({ label: "Penerbit penetapan" });
  await page.getByLabel("Edisi (untuk peran edisi)").selectOption(EDITION);
  await accept("publisher", await linkFrom(page));
}

export async function whenTheSecretariatInvites(who: string, role: string) {
  const page = pageOf("secretariat");
  await page.goto(`/kelola/${EDITION}/peserta`);
  await page.getByRole("textbox", { name: "Surel", exact: true }).fill(emailOf(who));
  await page.getByLabel("Peran", { exact: true }).selectOption({ label: role });
  await inviteAndWait(page, who);
}

export async function whenTheAgencyAddsAUnit() {
  const page = pageOf("agency");
  await page.goto("/instansi-saya/unit");
  await page.getByLabel("Nama unit").fill("Puskesmas Pulau");
  await page.getByLabel("Unit pelayanan publik", { exact: true }).check();
  await page.getByLabel("Instansi induk").selectOption(AGENCY);
  await page.getByRole("button", { name: "Tambah unit" }).click();
  await expect(page.getByText("Puskesmas Pulau sudah ditambahkan.")).toBeVisible();
  await expectAccessible(page);
}

export async function whenTheAgencyInvitesTheInnovator() {
  const page = pageOf("agency");
  await page.goto("/instansi-saya/unit");
  await page.getByRole("textbox", { name: "Surel", exact: true }).fill(emailOf("innovator"));
  await page.getByLabel("Unit atau instansi").selectOption({ label: "Puskesmas Pulau" });
  await inviteAndWait(page, "innovator");
  await handOverTo("innovator");
}
