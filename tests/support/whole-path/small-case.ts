import { forEachFile } from "#tests/support/each-file";
import { readFileSync } from "node:fs";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import type { Role } from "@/modules/accounts/domain/roles";
import type { AgencyKind } from "@/modules/agencies/domain/agency-kinds";
import { openEdition } from "@/modules/competition/actions";
import { send, type Visitor } from "./at-doors";
import { TITLES, type Idea, type Writer } from "./city";
import { beginComposing, finishComposing, freezeRanking, publishList, versionOf, type Of } from "./deciding";
import { assignAsPreviewed, promiseToBeFair, scoreEverything } from "./judging";
import { titlesIn } from "./public-eye";
import { endorseAndFile, writeAndSend } from "./writing";

/** The rules of the project as they are, but dated years ahead and with lists so small that they can be checked by hand. */
export function smallRules(file: string, sizes: Readonly<Record<string, number>>): string {
  const ahead = readFileSync(`prisma/rules/${file}.yaml`, "utf8").replaceAll(/((?:opens|closes)At: )20\d\d/g, "$12031");
  return Object.entries(sizes).reduce((text, [level, size]) => {
    const sized = text.replace(new RegExp(`(- key: ${level}\\n(?:(?! *- key).*\\n)*? *size: )\\d+`), `$1${size}`);
    if (sized === text) throw new Error(`${file} has no level ${level}, or it has ${size} already.`);
    return sized;
  }, ahead);
}

/** An entry with its marks at the desk and before the panel. */
export type Entry = { unit: string; agency: string; group: string; desk: number; panel: number; claims?: string };

export type Case = {
  slug: string;
  code: string;
  rules: string;
  /** Parents come before what stands below them. */
  agencies: readonly (readonly [code: string, kind: AgencyKind])[];
  entries: readonly Entry[];
};

export type Staff = Record<"superAdmin" | "secretary" | "publisher", Visitor> & { selectors: [Visitor, Visitor]; evaluators: Visitor[]; panelists: Visitor[] };

/** Bodies, people and the edition, which the super admin opens from its text. */
export async function openSmallCase({ slug, rules, agencies }: Case, judges: { evaluators: number; panelists: number }): Promise<Staff> {
  for (const [code, kind] of agencies) {
    const above = code.includes("/") ? await db.agency.findUniqueOrThrow({ where: { code: code.slice(0, code.lastIndexOf("/")) } }) : null;
    const provinceCode = /^(?:D-)?(\d{2})/.exec(code)?.[1];
    await db.agency.create({ data: { code, kind, name: code, provinceCode, parentId: above?.id } });
  }
  const superAdmin = await someone("SUPER_ADMIN");
  await send(superAdmin, openEdition, { rules });
  const { id: editionId } = await db.edition.findUniqueOrThrow({ where: { slug } });
  const staff = (role: Role) => someone(role, { editionId });
  const several = (role: Role, count: number) => Promise.all(Array.from({ length: count }, () => staff(role)));
  return {
    superAdmin, secretary: await staff("SECRETARIAT"), publisher: await staff("PUBLISHER"),
    selectors: [await staff("ADMIN_SELECTOR"), await staff("ADMIN_SELECTOR")],
    evaluators: await several("EVALUATOR", judges.evaluators), panelists: await several("PANELIST", judges.panelists),
  };
}

/** An entry's title: what unit and place in the list it has. */
export const titleOf = ({ entries }: Case, entry: Entry): string => TITLES[entries.indexOf(entry)]!;

/** Each entry is written in its unit and sent to its agency, the first through every page; gives codes by title. */
export async function writeEntries(small: Case): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  const category = "kesehatan";
  for (const [index, entry] of small.entries.entries()) {
    const { unit, group, claims } = entry;
    const idea: Idea = { place: index + 1, title: titleOf(small, entry), unit, group, category, claims };
    const writer: Writer = { idea, innovator: await someone("INNOVATOR", { agencyId: await agencyId(unit) }) };
    codes.set(idea.title, await writeAndSend(small.slug, writer, { atOnce: index > 0 }));
  }
  return codes;
}

/** The admin of an agency files those of its entries whose codes are given; gives how each ended. */
export async function fileFor(small: Case, agency: string, codes: ReadonlyMap<string, string>): Promise<string[]> {
  const own = small.entries.flatMap((entry) => (entry.agency === agency ? (codes.get(titleOf(small, entry)) ?? []) : []));
  const admin = await someone("AGENCY_ADMIN", { agencyId: await agencyId(agency) });
  const { answer } = await endorseAndFile(small.slug, { code: agency, admin, writers: [] }, own);
  return answer!.items.map(({ outcome }) => outcome);
}

type Reading = { stage: string; of: "desk" | "panel"; judges: readonly Visitor[]; /** Added to the mark by each judge. */ offsets?: readonly number[] };

/** Assigns a stage as the portal proposes and has everything scored; gives the titles that each judge read. */
export async function scoreStage(small: Case, secretary: Visitor, { stage, of, judges, offsets }: Reading) {
  const { shortages } = await assignAsPreviewed(secretary, small.slug, stage);
  if (shortages.length > 0) throw new Error(`${stage} lacks judges: ${JSON.stringify(shortages)}`);
  const read: string[][] = [];
  for (const [index, judge] of judges.entries()) {
    const markOf = (title: string) => small.entries.find((entry) => titleOf(small, entry) === title)![of] + (offsets?.[index] ?? 0);
    read.push(await scoreEverything(judge, markOf));
  }
  return read;
}

export const promiseAll = async (judges: readonly Visitor[], ties: readonly (readonly string[])[] = []): Promise<void> => {
  for (const [index, judge] of judges.entries()) await promiseToBeFair(judge, ties[index]);
};

/**
 * Freezes, composes without a move, lets `decide` settle what is open, and publishes; gives the totals by title and the titles on
 * the published list.
 */
export async function publishAsRanked({ secretary, publisher }: Staff, of: Of, code: string, decide?: (version: string) => Promise<void>) {
  const rows = await freezeRanking(secretary, of, code);
  await beginComposing(secretary, of);
  await decide?.(await versionOf(secretary, of));
  await finishComposing(secretary, of);
  await publishList(publisher, of, code);
  return { totals: Object.fromEntries(rows.map(({ title, total }) => [title, total])), listed: await titlesIn(of) };
}

const agencyId = async (code: string) => (await db.agency.findUniqueOrThrow({ where: { code } })).id;

let made = 0;
forEachFile(() => void (made = 0));

async function someone(role: Role, place: { editionId?: string; agencyId?: string } = {}): Promise<Visitor> {
  const name = `${role} ${(made += 1)}`;
  const email = `orang-${made}@contoh.test`;
  const { id } = await db.user.create({ data: { email, name, memberships: { create: { role, ...place } } } });
  return { name, email, sessionId: await openSession(id) };
}
