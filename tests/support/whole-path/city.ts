import { registerUnit } from "@/modules/agencies/actions";
import { loadOwnUnits } from "@/modules/agencies/loaders";
import { see, told, type Visitor } from "./at-doors";
import { invited } from "./invitations";

/** What a unit enters; `place` counts from 1 and stands for how good it is: the first is the best at the desk. */
export type Idea = {
  place: number; title: string; unit: string; group: string; category: string;
  /** The earlier result that its writers name, as `Top 45/2019`. */
  claims?: string | undefined;
};

/** A unit with the person who writes for it. */
export type Writer = { idea: Idea; innovator: Visitor };

/** A filing agency of the city with its admin and its three units. */
export type Agency = { code: string; admin: Visitor; writers: Writer[] };

const CITY = "81.71";

const UNITS: Record<string, string[]> = {
  "Urusan Kesehatan Pesisir": ["Puskesmas Karang", "Puskesmas Tanjung", "Puskesmas Bukit"],
  "Urusan Belajar Warga": ["Sekolah Pesisir", "Taman Baca Tanjung", "Sanggar Malam"],
  "Urusan Jalan dan Dermaga": ["Dermaga Timur", "Terminal Kota", "Balai Uji Kendaraan"],
  "Urusan Hidup Bersama": ["Rumah Singgah", "Loket Bantuan", "Taman Lansia"],
  "Urusan Air dan Hijau": ["Bank Sampah", "Kebun Bibit", "Balai Air"],
  "Urusan Surat Warga": ["Loket Keliling", "Loket Pulau", "Balai Arsip"],
};

export const TITLES = [
  "Perahu Sehat Setiap Pekan", "Antrean Tanpa Berdiri", "Obat Diantar Ojek", "Kelas di Atas Kapal", "Buku Menyeberang Laut",
  "Belajar Sesudah Magrib", "Jadwal Kapal di Radio", "Trotoar yang Bertanya", "Uji Rem Gratis", "Makan Siang Bersama Lansia",
  "Bantuan Tanpa Fotokopi", "Cerita Petang di Taman", "Sampah Ditukar Bibit", "Bibit untuk Setiap Kelahiran", "Air Diuji di Rumah",
  "Akta Lahir di Ruang Bersalin", "Kartu Keluarga Menyusul Pulau", "Arsip Warga Dijemput",
] as const;

const CATEGORIES = ["tubuh", "jalan", "surat"] as const;

/** The super admin registers the city's agencies and invites their admins, who register their units and invite the writers. */
export async function settleCity(superAdmin: Visitor): Promise<Agency[]> {
  const agencies: Agency[] = [];
  for (const [name, units] of Object.entries(UNITS)) {
    const code = await registered(superAdmin, { parentCode: CITY, kind: "AGENCY_UNIT", name });
    const admin = await invited(superAdmin, "AGENCY_ADMIN", { agencyCode: code });
    agencies.push({ code, admin, writers: await writersOf({ code, admin }, units, agencies.length * units.length) });
  }
  return agencies;
}

/** Every idea of the city, in the order of their places. */
export const writersIn = (agencies: readonly Agency[]): Writer[] => agencies.flatMap(({ writers }) => writers);

async function writersOf({ code, admin }: Omit<Agency, "writers">, units: readonly string[], before: number): Promise<Writer[]> {
  const writers: Writer[] = [];
  for (const [index, name] of units.entries()) {
    const unit = await registered(admin, { parentCode: code, kind: "SERVICE_UNIT", name });
    const innovator = await invited(admin, "INNOVATOR", { agencyCode: unit });
    const place = before + index + 1;
    writers.push({ innovator, idea: { place, unit, title: TITLES[place - 1]!, group: index === 0 ? "laut" : "darat", category: CATEGORIES[index]! } });
  }
  const { units: known } = await see(admin, loadOwnUnits, {});
  if (known.length !== units.length + 1) throw new Error(`${code} shows ${known.length} agencies and units.`);
  return writers;
}

async function registered(by: Visitor, unit: { parentCode: string; kind: string; name: string }): Promise<string> {
  const answer = await told(by, registerUnit, unit);
  if (answer.status !== "done") throw new Error(`${unit.name} was not registered: ${JSON.stringify(answer)}`);
  return `${unit.parentCode}/${unit.name.toLowerCase().replaceAll(" ", "-")}`;
}
