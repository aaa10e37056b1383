import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scratchFolder } from "../../scripts/lib/scratch-folder.mjs";
import { forbiddenArrows, type Arrow } from "./checks/cruise";

/* A net that has never caught anything may have a hole. Here each arrow meets an import that was put there for it. */

describe("a small portal full of offenders", () => {
  let arrows: Arrow[];
  const root = scratchFolder();

  beforeAll(async () => {
    plant(root);
    arrows = (await forbiddenArrows(root)).arrows;
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test.each([
    ["src/app/page.tsx", "src/lib/db.ts", "only-repositories-and-queries-reach-the-database"],
    ["src/app/page.tsx", "src/modules/accounts/queries.ts", "routes-see-only-loaders-and-components"],
    ["src/modules/accounts/domain/roles.ts", "src/lib/db.ts", "domain-is-pure"],
    ["src/modules/accounts/policy/people.ts", "src/modules/accounts/queries.ts", "policy-is-pure"],
    ["src/modules/accounts/components/list.tsx", "src/modules/accounts/queries.ts", "components-never-touch-data"],
    ["src/modules/submission/policy.ts", "src/modules/review/domain/scoring.ts", "submission-knows-nothing-later"],
    ["src/modules/review/queries/desk.ts", "src/modules/submission/repository/filing.ts", "neighbours-meet-at-domain-policy-queries"],
    ["src/lib/guard.ts", "src/modules/accounts/domain/roles.ts", "lib-borrows-only-the-type-of-a-role"],
    ["src/ui/card.tsx", "src/modules/accounts/domain/one.ts", "ui-and-lib-know-no-module"],
    ["src/messages/catalogue.ts", "src/lib/guard.ts", "messages-only-borrow-types"],
    ["src/modules/accounts/loaders.ts", "src/modules/accounts/repository.ts", "loaders-only-read"],
    ["src/modules/accounts/domain/one.ts", "src/modules/accounts/domain/other.ts", "no-cycles"],
    ["src/modules/accounts/domain/one.ts", "@/nowhere", "everything-resolves"],
  ])("%s → %s breaks %s", (from, to, rule) => {
    expect(arrows).toContainEqual({ rule, from, to });
  });

  test.each([
    ["src/modules/accounts/components/fine.tsx", "the type of a row"],
    ["src/modules/review/domain/scoring.ts", "the rules of an earlier module"],
    ["src/modules/accounts/queries.ts", "the database"],
  ])("%s may know %s", (path) => {
    expect(arrows.filter(({ from }) => from === path)).toEqual([]);
  });
});

function plant(root: string): void {
  for (const [path, source] of Object.entries(PLANTED)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), source);
  }
}

const PLANTED: Readonly<Record<string, string>> = {
  "src/app/page.tsx":
    'import { db } from "@/lib/db";\nimport { people } from "@/modules/accounts/queries";\nexport default () => [db, people];',
  "src/lib/db.ts": "export const db = 1;",
  "src/lib/guard.ts": 'import { ROLES } from "@/modules/accounts/domain/roles";\nexport const guard = ROLES;',
  "src/ui/card.tsx":
    'import type { Role } from "@/modules/accounts/domain/roles";\nimport { one } from "@/modules/accounts/domain/one";\nexport const card: Role = one;',
  "src/messages/catalogue.ts": 'import { guard } from "@/lib/guard";\nexport const texts = guard;',
  "src/modules/accounts/domain/roles.ts": 'import { db } from "@/lib/db";\nexport const ROLES = [db];\nexport type Role = string;',
  "src/modules/accounts/domain/one.ts": 'import { other } from "./other";\nimport "@/nowhere";\nexport const one = other;',
  "src/modules/accounts/domain/other.ts": 'import { one } from "./one";\nexport const other = one;',
  "src/modules/accounts/policy/people.ts":
    'import type { Row } from "../queries";\nimport { people } from "../queries";\nexport const mayList = (row: Row) => people === row;',
  "src/modules/accounts/queries.ts": 'import { db } from "@/lib/db";\nexport const people = db;\nexport type Row = number;',
  "src/modules/accounts/repository.ts": 'import { db } from "@/lib/db";\nexport const save = db;',
  "src/modules/accounts/loaders.ts": 'import { save } from "./repository";\nexport const load = save;',
  "src/modules/accounts/components/list.tsx": 'import { people } from "../queries";\nexport const List = () => people;',
  "src/modules/accounts/components/fine.tsx": 'import type { Row } from "../queries";\nexport const Fine = (row: Row) => row;',
  "src/modules/submission/policy.ts": 'import { score } from "@/modules/review/domain/scoring";\nexport const mayX = score;',
  "src/modules/submission/repository/filing.ts": "export const file = 1;",
  "src/modules/submission/domain/codes.ts": "export const code = 1;",
  "src/modules/review/domain/scoring.ts": 'import { code } from "@/modules/submission/domain/codes";\nexport const score = code;',
  "src/modules/review/queries/desk.ts": 'import { file } from "@/modules/submission/repository/filing";\nexport const desk = file;',
};
