/**
 * When a judge may not score an entry, and on which ground.
 *
 * Source: KIPP lets no judge score the own agency; an edition adds the own regency or city, or the own province (`avoid` of the
 * scoring stage). Having taken part in the innovation and a conflict the judge declared hold in every edition; that is our default.
 */

import { regionOf } from "@/modules/agencies/domain/tree";
import type { ConflictGround } from "@/modules/competition/domain/edition-rules";

/** What is known about a judge's ties. Paths are those of the agency tree: `73.72`, `73.72/rsud-andi-makkasau`. */
export type JudgeTies = {
  readonly userId: string;
  /** The judge's own agencies, from memberships and the declared affiliation. */
  readonly agencyPaths: readonly string[];
  readonly provinceCodes: readonly string[];
  readonly declaredSubmissionIds: readonly string[];
  readonly declaredAgencyPaths: readonly string[];
};

/** Where an entry comes from and who wrote it. */
export type EntryOrigin = {
  readonly id: string;
  /** The agency that files it. */
  readonly agencyPath: string;
  /** The unit in which it was written; it usually lies under the filing agency. */
  readonly unitPath: string;
  readonly provinceCode: string | null;
  readonly memberUserIds: readonly string[];
};

export const CONFLICT_KINDS = ["MEMBER", "DECLARED_ENTRY", "DECLARED_AGENCY", "AGENCY", "REGION", "PROVINCE"] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** A ground on which this judge may not score this entry; `tie` is the user, entry, agency path, region or province it rests on. */
export type Conflict = { readonly kind: ConflictKind; readonly tie: string };

/**
 * Every conflict between a judge and an entry, at most one of each kind, in the order of `CONFLICT_KINDS`; empty = none.
 * `grounds` are the edition's: `AGENCY`, `REGION` and `PROVINCE` are looked at where it names them, the others always.
 */
export function conflictsBetween(judge: JudgeTies, entry: EntryOrigin, grounds: readonly ConflictGround[]): Conflict[] {
  const ties: Record<ConflictKind, string | null | undefined> = {
    MEMBER: entry.memberUserIds.find((member) => member === judge.userId),
    DECLARED_ENTRY: judge.declaredSubmissionIds.find((id) => id === entry.id),
    DECLARED_AGENCY: sharedAgency(judge.declaredAgencyPaths, entry),
    AGENCY: grounds.includes("AGENCY") ? sharedAgency(judge.agencyPaths, entry) : null,
    REGION: grounds.includes("REGION") ? sharedRegion(judge, entry) : null,
    PROVINCE: grounds.includes("PROVINCE") ? sharedProvince(judge, entry) : null,
  };
  return CONFLICT_KINDS.flatMap((kind) => {
    const tie = ties[kind];
    return tie === null || tie === undefined ? [] : [{ kind, tie }];
  });
}

/** In: the grounds of one stage or of several. Out: how far from home a judge is kept, for a sentence to choose by. */
export function widestGround(grounds: readonly ConflictGround[]): ConflictGround | "NONE" {
  return (["PROVINCE", "REGION", "AGENCY"] as const).find((ground) => grounds.includes(ground)) ?? "NONE";
}

/** Whether one agency is the other or lies above it in the tree. Paths meet at whole segments; an empty path meets none. */
export function isSameAgency(left: string, right: string): boolean {
  if (left === "" || right === "") return false;
  return left === right || right.startsWith(`${left}/`) || left.startsWith(`${right}/`);
}

function sharedAgency(paths: readonly string[], entry: EntryOrigin): string | undefined {
  return paths.find((path) => isSameAgency(path, entry.agencyPath) || isSameAgency(path, entry.unitPath));
}

function sharedRegion({ agencyPaths }: JudgeTies, { agencyPath, unitPath }: EntryOrigin): string | null | undefined {
  const own = agencyPaths.map(regionOf);
  return [regionOf(agencyPath), regionOf(unitPath)].find((region) => region !== null && own.includes(region));
}

function sharedProvince(judge: JudgeTies, entry: EntryOrigin): string | undefined {
  return judge.provinceCodes.find((code) => code === entry.provinceCode);
}
