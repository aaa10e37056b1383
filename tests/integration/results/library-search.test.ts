import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { libraryPage } from "@/modules/results/queries/public-library";

const TITLE = "Eksistensi Call Centre 112";

beforeAll(async () => {
  const agency = await db.agency.create({ data: { code: "73.72", kind: "CITY", name: "Pemerintah Kota Parepare" } });
  const innovation = (code: string, title: string) => db.innovation.create({
    data: {
      code, title, agencyId: agency.id,
      pastResults: { create: { year: 2020, level: "Top 99", scope: "national", title, agencyName: agency.name, province: "Sulawesi Selatan", source: "uji" } },
    },
  });
  await innovation("INO-1", TITLE);
  await innovation("INO-2", "Rumah 100% Sehat");
  await innovation("INO-3", "Gebrak’s Nur–Aini\u00a0Manis");
});

const found = async (cari: string) => (await libraryPage({ cari, hal: 1 })).entries.map(({ code }) => code);

describe("a search in the library", () => {
  test.each([
    ["one word of the title and one of the agency", "call parepare", ["INO-1"]],
    ["the words in any order, in any case", "112 CENTRE  parepare", ["INO-1"]],
    ["a word that nothing has beside one that is there", "call surabaya", []],
    ["a word of the agency alone", "parepare", ["INO-1", "INO-2", "INO-3"]],
    ["signs that mean something to the database", "100% _", []],
    ["such a sign as it stands in a title", "100%", ["INO-2"]],
    ["nothing at all", " ", ["INO-1", "INO-2", "INO-3"]],
    ["an apostrophe, hyphen and space as a keyboard types them", "gebrak's nur-aini manis", ["INO-3"]],
    ["as a telephone types them", "Gebrak‘s Nur—Aini\u202fManis", ["INO-3"]],
  ])("%s", async (_, words, codes) => {
    expect((await found(words)).toSorted()).toEqual(codes);
  });
});
