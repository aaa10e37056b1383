import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { loadOwnSubmissions } from "@/modules/submission/loaders/writing";
import { closeRegistrationIn, proposal } from "../../support/filing-world";
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
  await closeRegistrationIn(world.edition.id, 60_000);
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

test("what waits for its authors stands first, until registration closes; each says who started it", async () => {
  const [newest, ...others] = newestFirst;
  await db.submission.updateMany({ where: { code: newest! }, data: { status: "SUBMITTED" } });
  await db.submission.updateMany({ where: { code: others[1]! }, data: { status: "RETURNED" } });
  expect(codes(await page())).toEqual(others.slice(0, 20));
  expect(codes(await page("3")).at(-1)).toBe(newest);
  const { ownerId } = await db.submission.findFirstOrThrow({ where: { code: newest! } });
  const { name } = await db.user.findUniqueOrThrow({ where: { id: ownerId } });
  expect((await page()).submissions.every(({ ownerName }) => ownerName === name)).toBe(true);

  await closeRegistrationIn((await db.submission.findFirstOrThrow({ where: { code: newest! } })).editionId, -60_000);
  expect(codes(await page())).toEqual(newestFirst.slice(0, 20));
});
