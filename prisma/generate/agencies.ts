import type { AgencyKind } from "@/modules/agencies/domain/agency-kinds";
import { isRegionalGovernment } from "@/modules/agencies/domain/agency-kinds";
import { parentOf, rootOf, slugOf } from "@/modules/agencies/domain/tree";
import { areaRows, dataRows } from "./csv";

export type AgencyRow = {
  /** The place in the tree, unique: `73.72/rsud-andi-makkasau`. */
  code: string;
  kind: AgencyKind;
  name: string;
  /** Code of the agency directly above; null for a root, and a regency is a root. */
  parentCode: string | null;
  /** Kemendagri code of the province that the agency belongs to or is; null for national bodies. */
  provinceCode: string | null;
};

/** A regency whose units are all in `units.csv`, so that nothing is added. */
const WITH_OWN_UNITS = new Set(["33.02"]);

const PROVINCE_UNITS = [
  "Dinas Kesehatan", "Dinas Pendidikan", "Dinas Sosial", "Dinas Perhubungan", "Badan Pendapatan Daerah",
  "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
];
const REGENCY_UNITS = ["Dinas Kesehatan", "Dinas Pendidikan", "Dinas Kependudukan dan Pencatatan Sipil", "Dinas Sosial"];
const NATIONAL_UNITS = ["Pusat Data dan Informasi", "Unit Pelayanan Terpadu"];
const ENTERPRISE_UNITS = ["Unit Pelayanan Pelanggan"];

/**
 * Every agency and unit, parents before children, in an order that never changes: 38 provinces, 514 regencies and cities,
 * ministries, institutions and enterprises, then the named units of `units.csv` and a standard set for each agency. Which
 * names are facts and which are plausible fillers is said in `prisma/data/README.md`.
 */
export function agencyRows(): AgencyRow[] {
  const roots = [...provinces(), ...regencies(), ...institutions()];
  const provinceOf = new Map(roots.map((root) => [root.code, root.provinceCode]));
  const named = dataRows<"code" | "kind" | "name">("units.csv")
    .map(({ code, kind, name }) => unit(code, { kind: kind as AgencyKind, name, provinceOf }));

  const taken = new Set(named.map((row) => row.code));
  const withHospital = new Set(named.filter((row) => row.name.startsWith("RSUD")).map((row) => rootOf(row.code)));
  const standard = standardUnits(roots)
    .filter((row) => !(row.name.startsWith("RSUD") && withHospital.has(rootOf(row.code))))
    .map(({ code, kind, name }) => unit(code, { kind, name, provinceOf }))
    .filter((row) => !taken.has(row.code));

  return [...roots, ...[...named, ...standard].sort(byDepthThenCode)];
}

function provinces(): AgencyRow[] {
  return areaRows<"code" | "name">("provinces").map(({ code, name }) => ({
    code, kind: "PROVINCE", name: `Pemerintah Provinsi ${name}`, parentCode: null, provinceCode: code,
  }));
}

function regencies(): AgencyRow[] {
  return areaRows<"code" | "province_code" | "name">("regencies").map(({ code, province_code, name }) => ({
    code,
    kind: name.startsWith("Kota ") ? "CITY" : "REGENCY",
    name: `Pemerintah ${name}`,
    parentCode: null,
    provinceCode: province_code,
  }));
}

function institutions(): AgencyRow[] {
  return dataRows<"code" | "kind" | "name">("institutions.csv").map(({ code, kind, name }) => ({
    code, kind: kind as AgencyKind, name, parentCode: null, provinceCode: null,
  }));
}

function unit(code: string, rest: { kind: AgencyKind; name: string; provinceOf: Map<string, string | null> }): AgencyRow {
  return {
    code, kind: rest.kind, name: rest.name,
    parentCode: parentOf(code), provinceCode: rest.provinceOf.get(rootOf(code)) ?? null,
  };
}

function standardUnits(roots: AgencyRow[]): { code: string; kind: AgencyKind; name: string }[] {
  const districtOf = firstDistricts();
  return roots.filter((root) => !WITH_OWN_UNITS.has(root.code)).flatMap((root) => {
    const kind = isRegionalGovernment(root.kind) ? "AGENCY_UNIT" : "SERVICE_UNIT";
    return standardNames(root, districtOf.get(root.code)).map((name) => ({ code: `${root.code}/${slugOf(name)}`, kind, name }));
  });
}

function standardNames(root: AgencyRow, district: string | undefined): string[] {
  switch (root.kind) {
    case "PROVINCE":
      return PROVINCE_UNITS;
    case "REGENCY":
    case "CITY":
      return [
        ...REGENCY_UNITS,
        root.name.replace("Pemerintah", "RSUD"),
        ...(district ? [`${districtWord(root)} ${district}`] : []),
      ];
    case "SOE":
      return ENTERPRISE_UNITS;
    default:
      return NATIONAL_UNITS;
  }
}

/** One district for each regency: the first by code. */
function firstDistricts(): Map<string, string> {
  const districts = new Map<string, string>();
  for (const { regency_code, name } of areaRows<"code" | "regency_code" | "name">("districts")) {
    if (!districts.has(regency_code)) districts.set(regency_code, name);
  }
  return districts;
}

/** What a district is called: the provinces of Papua and Yogyakarta have their own words. */
function districtWord(root: AgencyRow): string {
  if (root.provinceCode?.startsWith("9")) return "Distrik";
  if (root.provinceCode === "34") return root.kind === "CITY" ? "Kemantren" : "Kapanewon";
  return "Kecamatan";
}

function byDepthThenCode(a: AgencyRow, b: AgencyRow): number {
  const depths = a.code.split("/").length - b.code.split("/").length;
  if (depths !== 0) return depths;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
