/**
 * The tree of agencies as paths. An agency's code is its place in the tree: `73.72` is Pemerintah Kota Parepare and
 * `73.72/rsud-andi-makkasau` a unit of it. A province is not the parent of its regencies (`73` and `73.72` are two roots):
 * each government enters for itself.
 *
 * Source: Kemendagri codes for regions; the rest of the notation is our own. Which agency files for a unit follows the
 * national competition (the whole government files), the regency competitions such as Banyumas 2020 (each work unit files)
 * and the provincial ones (Sulsel, Jateng, Jatim: offices of the province beside its regencies and cities as wholes).
 */
import type { AgencyKind } from "./agency-kinds";
import { isProvinceCode, kindInProvince, provinceOf } from "./root-codes";

const SEPARATOR = "/";

/** Whether `path` is `ancestorPath` itself or lies anywhere below it. Whole segments count: `33.021` is not within `33.02`. */
export function isWithin(path: string, ancestorPath: string): boolean {
  return path === ancestorPath || path.startsWith(ancestorPath + SEPARATOR);
}

/** The first segment of a path: the ministry, institution, government or enterprise that a unit belongs to. */
export function rootOf(path: string): string {
  return path.split(SEPARATOR, 1)[0] ?? path;
}

/** The path directly above, or null for a root. */
export function parentOf(path: string): string | null {
  const cut = path.lastIndexOf(SEPARATOR);
  return cut < 0 ? null : path.slice(0, cut);
}

/**
 * The agency that endorses and files for a unit. With `within` null (a national competition) it is the root of the unit;
 * with an agency's path (a competition inside that agency) it is the child of that agency which the unit is or lies below.
 * Where that agency is a province, a regency, a city or a regional enterprise of the province files for itself as well, if
 * `kinds` names its kind. Null when the unit takes no part: it lies elsewhere, or is the organising agency itself.
 */
export function filingAgencyOf(unitPath: string, participants: { within: string | null; kinds?: readonly AgencyKind[] }): string | null {
  const { within, kinds = [] } = participants;
  const root = rootOf(unitPath);
  if (within === null) return root;
  if (unitPath !== within && isWithin(unitPath, within)) {
    return within + SEPARATOR + rootOf(unitPath.slice(within.length + SEPARATOR.length));
  }
  const kind = isProvinceCode(within) && provinceOf(root) === within ? kindInProvince(root) : null;
  return kind && kinds.includes(kind) ? root : null;
}

/** The regency or city that a path belongs to; null for a body of a province, of the state, or an enterprise. */
export function regionOf(path: string): string | null {
  const kind = kindInProvince(rootOf(path));
  return kind === "REGENCY" || kind === "CITY" ? rootOf(path) : null;
}

/**
 * The segment of a path for a unit's name: lower-case letters and digits joined by single hyphens, accents dropped
 * (`RSUD dr. Saiful Anwar` → `rsud-dr-saiful-anwar`). Empty when the name holds no letter or digit of the Latin alphabet.
 */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
