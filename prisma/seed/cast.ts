import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashPassword } from "@/lib/auth/credentials";
import type { Transaction } from "@/lib/db";
import { DEMO_DOMAIN } from "@/modules/accounts/domain/demonstration";
import type { Role } from "@/modules/accounts/domain/roles";
import type { Enrolment, Person } from "./people";
import { enrol } from "./people";
import { agencyId } from "./reference";
import { idOf, insertRows } from "./rows";

/** One password for all: whoever may try the demonstration may be anyone in it. */
const CAST_PASSWORD = "peragaan-sinovik-2026";

export const PAREPARE = "73.72";
export const BANYUMAS = "33.02";

/** The people one can sign in as. Invented, as their names say. */
export const CAST = {
  innovator: member("inovator", "Sari Peragaan", "Perawat"),
  innovatorBanyumas: member("inovator2", "Wulan Peragaan", "Bidan"),
  agencyAdmin: member("admin", "Burhan Peragaan", "Kepala Bagian Organisasi"),
  agencyAdminBanyumas: member("admin2", "Retno Peragaan", "Kepala Subbagian Umum"),
  agencyAdminElsewhere: member("admin3", "Dewi Peragaan", "Kepala Bagian Organisasi"),
  selector: member("verifikator", "Bagus Peragaan", "Analis Kebijakan"),
  secondSelector: member("verifikator2", "Intan Peragaan", "Analis Kebijakan"),
  evaluator: member("evaluator", "Hasan Peragaan", "Dosen"),
  evaluatorAndPanelist: member("evaluator2", "Ratna Peragaan", "Peneliti"),
  panelist: member("juri", "Yusuf Peragaan", "Pakar pelayanan publik"),
  secretariat: member("sekretariat", "Ayu Peragaan", "Sekretariat kompetisi"),
  secretariatBanyumas: member("sekretariat2", "Slamet Peragaan", "Sekretariat kompetisi daerah"),
  secondSecretariat: member("sekretariat3", "Lestari Peragaan", "Sekretariat kompetisi"),
  publisher: member("penerbit", "Tono Peragaan", "Pejabat penetap hasil"),
  auditor: member("auditor", "Nadia Peragaan", "Auditor"),
  superAdmin: member("sistem", "Eko Peragaan", "Admin sistem"),
} as const satisfies Record<string, Person>;
export type CastKey = keyof typeof CAST;

/** What the start shows of each, in Indonesian like the portal itself. */
const SHOWN: Record<CastKey, { role: string; workspace: string }> = {
  innovator: { role: "Inovator", workspace: "RSUD Andi Makkasau, Kota Parepare" },
  innovatorBanyumas: { role: "Inovator", workspace: "Puskesmas Sumpiuh II, Kabupaten Banyumas" },
  agencyAdmin: { role: "Admin instansi", workspace: "Pemerintah Kota Parepare" },
  agencyAdminBanyumas: { role: "Admin instansi", workspace: "Dinas Kesehatan, Kabupaten Banyumas" },
  agencyAdminElsewhere: { role: "Admin instansi", workspace: "Pemerintah Kota Surabaya" },
  selector: { role: "Verifikator", workspace: "KIPP 2021 – peragaan seleksi administrasi" },
  secondSelector: { role: "Verifikator", workspace: "KIPP 2021 – peragaan seleksi administrasi" },
  evaluator: { role: "Evaluator", workspace: "KIPP 2021 – peragaan penilaian" },
  evaluatorAndPanelist: { role: "Evaluator dan juri panel", workspace: "KIPP 2021 – peragaan penilaian; KIPP Banyumas 2020" },
  panelist: { role: "Juri panel", workspace: "KIPP Banyumas 2020" },
  secretariat: { role: "Sekretariat", workspace: "Semua edisi nasional" },
  secretariatBanyumas: { role: "Sekretariat", workspace: "KIPP Banyumas 2020" },
  secondSecretariat: { role: "Sekretariat, orang kedua", workspace: "Semua edisi nasional" },
  publisher: { role: "Penerbit", workspace: "Semua edisi nasional" },
  auditor: { role: "Auditor", workspace: "Seluruh sistem" },
  superAdmin: { role: "Admin sistem", workspace: "Seluruh sistem" },
};

const PLACES: readonly { member: CastKey; role: Role; agency?: string }[] = [
  { member: "innovator", role: "INNOVATOR", agency: `${PAREPARE}/rsud-andi-makkasau` },
  { member: "innovatorBanyumas", role: "INNOVATOR", agency: `${BANYUMAS}/dinas-kesehatan/puskesmas-sumpiuh-ii` },
  { member: "agencyAdmin", role: "AGENCY_ADMIN", agency: PAREPARE },
  { member: "agencyAdminBanyumas", role: "AGENCY_ADMIN", agency: `${BANYUMAS}/dinas-kesehatan` },
  { member: "agencyAdminElsewhere", role: "AGENCY_ADMIN", agency: "35.78" },
  { member: "auditor", role: "AUDITOR" },
  { member: "superAdmin", role: "SUPER_ADMIN" },
];

/** Writes the cast with their places in agencies and in the system; their roles in editions come with the editions. */
export async function loadCast(tx: Transaction): Promise<string> {
  const passwordHash = await hashPassword(CAST_PASSWORD);
  const people = Object.values(CAST);
  const first = Date.now() - people.length;
  await insertRows(tx, "User", {
    // One after the other, because the sign-in page lists them by age.
    rows: people.map((person, index) => ({ ...person, passwordHash, createdAt: new Date(first + index) })),
  });
  await enrol(tx, PLACES.map(({ member, role, agency }): Enrolment => ({
    person: CAST[member], role, agencyId: agency === undefined ? undefined : agencyId(agency),
  })));
  return `${people.length} people`;
}

/** Who writes in a unit and who files for an agency, where that is one of the cast. */
export function castAt(role: "INNOVATOR" | "AGENCY_ADMIN", agencyCode: string): Person | null {
  const place = PLACES.find((each) => each.role === role && each.agency === agencyCode);
  return place ? CAST[place.member] : null;
}

/** Writes down whom one can sign in as, for the start to show. */
export function writePeopleFile(): void {
  const folder = process.env.SINOVIK_DATA_DIR || ".data";
  mkdirSync(folder, { recursive: true });
  const people = Object.entries(CAST).map(([key, { name, email }]) => ({
    name, email, password: CAST_PASSWORD, ...SHOWN[key as CastKey],
  }));
  writeFileSync(join(folder, "people.json"), `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 });
}

function member(address: string, name: string, position: string): Person {
  const email = `${address}@${DEMO_DOMAIN}`;
  return { id: idOf("user", email), email, name, position };
}
