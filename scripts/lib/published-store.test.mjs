import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { publishedStore } from "./published-store.mjs";

const KEY = "/kompetisi/kipp-2020/hasil/top-99";
const ANSWER = { status: 200, headers: { "cache-control": "public" }, body: Buffer.from("<h1>Top 99</h1>") };

/** @type {string} */
let folder;
beforeEach(async () => (folder = join(await mkdtemp(join(tmpdir(), "store-test-")), "published")));
afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

test.each([["body", "Top 99", "Top 98"], ["header", "public", "PUBLIC"]])("an answer whose %s somebody changed on the disk is not served", async (_, from, to) => {
  const store = publishedStore(folder, () => {});
  await store.write(KEY, ANSWER);
  expect((await store.read(KEY))?.answer).toEqual(ANSWER);
  const file = join(folder, (await readdir(folder))[0] ?? "");
  await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
  expect(await store.read(KEY)).toBeUndefined();
});

test("nor one that somebody put there who does not know the secret", async () => {
  await publishedStore(folder, () => {}, "somebody's").write(KEY, { ...ANSWER, body: Buffer.from("forged") });
  expect(await publishedStore(folder, () => {}, "the portal's").read(KEY)).toBeUndefined();
});

test("only the portal reads its folder", async () => {
  await publishedStore(folder, () => {}).write(KEY, ANSWER);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});
