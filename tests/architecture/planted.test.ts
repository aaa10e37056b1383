import { describe, expect, test } from "vitest";
import { domainFilesWithoutHeader, rulesWithoutDocstring } from "./checks/domain-docs";
import {
  badlyNamedDoors, doorsElsewhere, misplacedServerActions, routesThatAct, unguardedExports, unknownOpenDoors, unnamedPolicies,
} from "./checks/doors";
import { unknownKeys, unusedKeys } from "./checks/message-keys";
import { avoidedWords, differingArguments, lonelyKeys, unreadableTexts, untranslated } from "./checks/messages";
import { longPages, partsInTwoPlaces, strayFiles } from "./checks/module-shape";
import { wordsInComponents } from "./checks/words-in-code";

/* A net that has never caught anything may have a hole. Here each one meets an offender that was put there for it. */

const ACTIONS = "src/modules/accounts/actions.ts";

const WELL_GUARDED = `"use server";
import { action } from "@/lib/action";
import { mayLeave } from "./policy";
export const leave = action({ name: "accounts.leave", policy: mayLeave, input, load, execute });
`;

describe("doors", () => {
  test("a well guarded action passes every net", () => {
    const sources = { [ACTIONS]: WELL_GUARDED };
    const nets = [misplacedServerActions, unguardedExports, doorsElsewhere, badlyNamedDoors, unnamedPolicies];
    expect(nets.flatMap((net) => net(sources))).toEqual([]);
    expect(unknownOpenDoors(sources, [])).toEqual([]);
  });

  test.each([
    ["a bare function", "export async function wipe() {}"],
    ["a bare arrow", "export const wipe = async () => {};"],
    ["a default export", "export default async function () {}"],
    ["a list of names", "async function wipe() {}\nexport { wipe };"],
    ["everything of another file", 'export * from "./repository";'],
    ["a door beside a bare function", "export const one = action({ name: \"accounts.one\" }), two = async () => {};"],
    ["a reader of pages", 'import { loader } from "@/lib/loader";\nexport const two = loader({});'],
  ])("an action file that exports %s is caught", (_, planted) => {
    expect(unguardedExports({ [ACTIONS]: `${WELL_GUARDED}${planted}\n` })).toHaveLength(1);
  });

  test("a maker of doors that only looks like ours is caught", () => {
    const sources = { [ACTIONS]: WELL_GUARDED.replace("@/lib/action", "./shortcut") };
    expect(unguardedExports(sources)).toHaveLength(1);
  });

  test.each([
    ["in a component", "src/modules/accounts/components/leave.tsx", '"use server";\nexport async function leave() {}'],
    ["within a function", "src/app/page.tsx", 'export default function Page() { async function leave() { "use server"; } }'],
    ["below the first line of an action file", ACTIONS, 'export async function leave() {\n  "use server";\n}'],
  ])("a server action %s is caught", (_, path, source) => {
    expect(misplacedServerActions({ [path]: source })).toHaveLength(1);
  });

  test("an action file that forgot to say that it runs on the server is caught", () => {
    expect(misplacedServerActions({ [ACTIONS]: WELL_GUARDED.replace('"use server";', "") })).toHaveLength(1);
  });

  test("a door in a component is caught", () => {
    expect(doorsElsewhere({ "src/modules/accounts/components/leave.tsx": WELL_GUARDED })).toHaveLength(1);
  });

  test("an open door that nobody agreed to is caught", () => {
    const planted = 'import { openLoader } from "@/lib/open-door";\nexport const loadAll = openLoader({ name: "accounts.all", load });';
    const sources = { "src/modules/accounts/loaders.ts": planted };
    expect(unknownOpenDoors(sources, ["accounts.signIn"])).toEqual(["src/modules/accounts/loaders.ts: accounts.all"]);
    expect(unknownOpenDoors(sources, ["accounts.all"])).toEqual([]);
  });

  test("a route that does its own work is caught", () => {
    const route = { "src/app/api/wipe/route.ts": "export async function POST() {}" };
    expect(routesThatAct(route, [])).toHaveLength(1);
    expect(routesThatAct({ "src/app/api/save/route.ts": 'export { save as POST } from "@/modules/review/endpoints";' }, [])).toEqual([]);
  });

  test("two doors of one name are caught", () => {
    const twin = WELL_GUARDED.replace("leave = ", "leaveAgain = ");
    expect(badlyNamedDoors({ [ACTIONS]: WELL_GUARDED, "src/modules/accounts/actions/again.ts": twin })).toHaveLength(1);
  });

  test("a door that bears another module's name, or none, is caught", () => {
    expect(badlyNamedDoors({ [ACTIONS]: WELL_GUARDED.replace("accounts.leave", "review.leave") })).toHaveLength(1);
    expect(badlyNamedDoors({ [ACTIONS]: WELL_GUARDED.replace('"accounts.leave"', "NAME") })).toHaveLength(1);
  });

  test.each([
    ["written on the spot", "policy: () => allow"],
    ["from elsewhere", "policy: mayDoAnything"],
    ["left out", "nothing: 1"],
  ])("a policy that is %s is caught", (_, planted) => {
    expect(unnamedPolicies({ [ACTIONS]: WELL_GUARDED.replace("policy: mayLeave", planted) })).toHaveLength(1);
  });
});

describe("shape", () => {
  test.each([
    "src/modules/review/index.ts", "src/modules/review/helpers.ts", "src/modules/review/domain/Scoring.ts",
    "src/modules/review/components/hooks/use/table.tsx",
    "src/modules/scoring/policy.ts", "src/utils/date.ts", "src/app/(judge)/penilaian/helpers.ts", "src/lib/index.ts", "src/ui/index.tsx",
    "src/messages/fr/common.json", "src/modules/review/queries/deep/er.ts", "src/modules/review/domain/lonely.test.ts",
  ])("the extra file %s is caught", (path) => {
    expect(strayFiles(["src/modules/review/policy.ts", path])).toEqual([path]);
  });

  test.each([
    "src/modules/review/queries/ranking.ts", "src/modules/review/domain/load-balance.ts", "src/modules/review/components/room/scale.tsx", "src/modules/review/components/room/autosave.ts",
    "src/app/(judge)/penilaian/[id]/page.tsx",
  ])("%s stands where it should", (path) => {
    expect(strayFiles([path])).toEqual([]);
  });

  test("queries as a file and as a folder at once are caught", () => {
    const paths = ["src/modules/review/queries.ts", "src/modules/review/queries/ranking.ts"];
    expect(partsInTwoPlaces(paths)).toEqual([paths[0]]);
  });

  test("a page of sixty lines is caught, one of fifty-nine is not", () => {
    const page = (lines: number) => ({ "src/app/page.tsx": "\n".repeat(lines - 1) + "end" });
    expect(longPages(page(60))).toEqual(["src/app/page.tsx"]);
    expect(longPages(page(59))).toEqual([]);
  });

  test("rules without header or docstring are caught", () => {
    const rule = { "src/modules/review/domain/scale.ts": "export function scale() {}\n" };
    expect(domainFilesWithoutHeader(rule)).toHaveLength(1);
    expect(rulesWithoutDocstring(rule)).toHaveLength(1);
    expect(rulesWithoutDocstring({ "src/modules/review/domain/scale.ts": "/** Header. */\nexport const scale = () => 1;\n" })).toHaveLength(1);
  });

  test.each([
    "<p>Simpan dulu</p>", '<Field label="Judul" />', '<p>{"Simpan"}</p>', '<p>{isDone ? "Sudah" : null}</p>', "<p>{`Tersisa ${count}`}</p>",
    '<Field label={isDone ? "Sudah" : "Belum"} />',
  ])("words in %s are caught", (jsx) => {
    expect(wordsInComponents({ "src/ui/card.tsx": `export const Card = () => ${jsx};` })).not.toEqual([]);
  });

  test.each([
    '<p className="mt-2">{t("title")}</p>', "<p>· CSV · 45</p>", '<p>{role === "judge" && <b>{name}</b>}</p>',
  ])("%s says nothing by itself", (jsx) => {
    expect(wordsInComponents({ "src/ui/card.tsx": `export const Card = () => ${jsx};` })).toEqual([]);
  });
});

describe("texts", () => {
  const used = {
    "src/modules/review/components/room.tsx":
      'const t = getTranslations("review"); t("title"); t(`scale.${mark}`); refuse("review.refused.late");',
  };

  test("a text that nobody asks for is caught", () => {
    const keys = ["review.title", "review.scale.low", "review.refused.late", "review.titles", "common.title"];
    expect(unusedKeys(keys, used)).toEqual(["review.titles", "common.title"]);
  });

  test("a list of texts counts as read where its values are given to it", () => {
    const list = (call: string) => ({
      "src/modules/results/components/list.tsx": `const t = await getTranslations("results.kind"); ${call}`,
    });
    expect(unusedKeys(["results.kind.CITY", "results.kind.more.CITY"], list("t(kind)"))).toEqual(["results.kind.more.CITY"]);
    expect(unusedKeys(["results.kind.CITY"], list('t("PROVINCE")'))).toEqual(["results.kind.CITY"]);
  });

  test("a refusal without its sentence is caught, also behind a condition or in a template", () => {
    const source =
      'refuse("review.a"); deny(early ? "review.b" : "review.c"); refuse(`review.d.${state}`); const line = { key: "review.e" };';
    const policy = { "src/modules/review/policy.ts": source };
    expect(unknownKeys(["review.c"], policy)).toHaveLength(4);
    expect(unknownKeys(["review.a", "review.b", "review.c", "review.d.x", "review.e"], policy)).toEqual([]);
  });

  test("a missing translation, another value, a broken message and a forgotten one are caught", () => {
    expect(lonelyKeys({ a: "x", b: "x" }, { a: "x", c: "x" })).toEqual(["b", "c"]);
    expect(differingArguments({ a: "{name} {count, plural, other {#}}" }, { a: "{name} {total}" })).toHaveLength(1);
    expect(differingArguments({ a: "{count, plural, other {# hal}}" }, { a: "{count, plural, one {# thing} other {# things}}" })).toEqual([]);
    expect(unreadableTexts({ a: "{name", b: "", c: "{n, plural, one {#}}", d: "fine" })).toHaveLength(3);
    expect(untranslated({ a: "Ini belum diterjemahkan sama sekali" }, { a: "Ini belum diterjemahkan sama sekali" })).toEqual(["a"]);
  });

  test("an avoided word is caught as a word, not within one or as the name of a value", () => {
    expect(avoidedWords({ a: "Batas Upload hari ini" }, ["upload"])).toEqual(["a: Upload"]);
    expect(avoidedWords({ a: "Uploading {upload}" }, ["upload"])).toEqual([]);
  });
});
