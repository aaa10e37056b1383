import type { Role } from "@/modules/accounts/domain/roles";
import type { AgencyRow } from "../generate/agencies";
import type { EditionContext } from "./context";
import { momentIn } from "./context";
import type { Person } from "./people";
import { enrol, filler } from "./people";
import { insertRows } from "./rows";

/** A judge with the number that stands for their severity, and the provinces whose entries they do not read. */
export type Judge = { person: Person; number: number; provinces: string[]; affiliation: string };

type JudgeRole = Extract<Role, "EVALUATOR" | "PANELIST">;

export type JudgesWanted = {
  count: number;
  /** The number of the first filler; without: 1. */
  first?: number;
  /** They come first. */
  cast?: readonly Person[];
  /** Whether each belongs to a province, whose entries they then do not read; without: yes. */
  tied?: boolean;
};

/** The people of the cast, then fillers up to the count. */
export function judgesOf(role: JudgeRole, agencies: ReadonlyMap<string, AgencyRow>, wanted: JudgesWanted): Judge[] {
  const { count, first = 1, cast = [], tied = true } = wanted;
  const provinces = [...agencies.values()].filter(({ kind }) => kind === "PROVINCE").map(({ code }) => code);
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    const province = provinces[(index * 7) % provinces.length]!;
    return {
      person: cast[index] ?? filler(role, number), number,
      provinces: tied ? [province] : [], affiliation: `Universitas Peragaan ${number}`,
    };
  });
}

/** Writes the judges' roles in the edition, their word that they score impartially, and where they belong. */
export async function writeJudges(context: EditionContext, role: JudgeRole, judges: readonly Judge[]): Promise<void> {
  const { tx, organizerId, editionId, periods, rules } = context;
  await enrol(tx, judges.map(({ person }) => ({ person, role, edition: { id: editionId, slug: rules.edition.slug } })));
  const stage = rules.stages.find(({ scoring }) => scoring?.role === role);
  const period = periods.find(({ key }) => key === stage?.key);
  if (!period) throw new RangeError(`${rules.edition.slug} has no stage for ${role}`);

  await insertRows(tx, "IntegrityPact", {
    rows: judges.map(({ person, affiliation }) => ({
      organizerId, editionId, judgeId: person.id, affiliation, acceptedAt: momentIn(period, 0.02),
    })),
    skipKnown: true,
  });
  await insertRows(tx, "JudgeTie", {
    rows: judges.flatMap(({ person, provinces }) =>
      provinces.map((code) => ({ organizerId, editionId, judgeId: person.id, code, isProvince: true }))),
    skipKnown: true,
  });
}
