import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { loadOwnSubmissions } from "@/modules/submission/loaders/writing";
import { proposal } from "../../support/filing-world";
import { askAs } from "../../support/request";
import { writingWorld } from "../../support/writing-world";

const MANY = 55;
let newestFirst: string[];

beforeAll(async () => {
  const world = await writingWorld();
  await db.submission.deleteMany({});
  for (let count = 0; count < MANY; count += 1) await proposal(world, { status: "DRAFT" });
  const rows = await db.submission.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], select: { code: true } });
  newestFirst = rows.map(({ code }) => code);
  askAs(world.rina.sessionId);
});

const page = async (halaman?: unknown) => (await loadOwnSubmissions({ query: { halaman } })).subject;
const codes = ({ submissions }: Awaited<ReturnType<typeof page>>) => submissions.map(({ code }) => code);

test("a unit with more than fifty proposals reaches every one of them, newest first, each once", async () => {
  const pages = [await page(), await page("2"), await page("3")];
  expect(pages.flatMap(codes)).toEqual(newestFirst);
  expect(pages.map(({ page: number, pages: of }) => [number, of])).toEqual([[1, 3], [2, 3], [3, 3]]);
});

test("an address that names no page shows the first, and one after the end the last", async () => {
  for (const odd of ["0", "-1", "dua", ["2", "3"], ""]) expect(codes(await page(odd))).toEqual(newestFirst.slice(0, 20));
  expect(codes(await page("99"))).toEqual(newestFirst.slice(40));
});
