import { beforeAll, describe, expect, it } from "vitest";
import { beforeTheRelease } from "#tests/support/owner";
import { askAs } from "#tests/support/request";
import { fetchAnonymously, moveStage, resultsWorld, review, reviewEverything, sendAs, setVersion, type Entry, type ResultsWorld } from "#tests/support/results-builders";
import { db } from "@/lib/db";
import { compose, declareReady, freeze, publish } from "@/modules/results/actions";
import { resultFile, resultPage, siteMapFile } from "@/modules/results/endpoints";
import { loadCompetitions, loadEdition, loadHome, loadInnovation, loadLibrary } from "@/modules/results/loaders";

let world: ResultsWorld;
beforeAll(async () => {
  world = await resultsWorld([{}, {}, {}, {}, { group: "khusus" }]);
  await reviewEverything(world);
});

/** What an anonymous reader can be told by any public door about this edition and these entries, as one text. */
async function everythingPublic(): Promise<string> {
  askAs(null);
  const { slug } = world.edition;
  const loaded = [
    await loadHome({}), await loadCompetitions({}), await loadEdition({ slug }), await loadLibrary({}),
    ...(await Promise.all(world.entries.flatMap(({ title, code, innovationCode }) => [
      loadLibrary({ cari: title }).then(({ library }) => library), loadInnovation({ code }), loadInnovation({ code: innovationCode }),
    ]))),
  ];
  const map = await fetchAnonymously(siteMapFile, {});
  const files = await Promise.all(["top-99", "top-45"].flatMap((tahap) => [
    ...(["id", "en"] as const).map((locale) => fetchAnonymously(resultPage, { slug, tahap }, { locale })),
    ...(["id", "en"] as const).map((locale) => fetchAnonymously(resultPage, { slug, tahap }, { locale, query: "?versi=1" })),
    ...["data.csv", "data.json", "sha256sums.txt", "data-v1.csv", "data-v1.json"].map((berkas) => fetchAnonymously(resultFile, { slug, tahap, berkas })),
  ]));
  // The rules themselves name levels; what may not be told is in everything else.
  return [...loaded.map((part) => JSON.stringify(part, (key, value: unknown) => (key === "rules" ? undefined : value))), map.body, ...files.map(({ body }) => body)].join("\n");
}

/** The results that the map of the site names. */
const mapped = async () => {
  const { body } = await fetchAnonymously(siteMapFile, {});
  return [...body.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address).filter((address) => address?.includes("/hasil/"));
};

const secretsOf = (entries: readonly Entry[]) => entries.flatMap(({ title, code, innovationCode }) => [title, code, innovationCode]);
const toldOf = (told: string, entries: readonly Entry[]) => secretsOf(entries).filter((secret) => told.includes(secret));
const form = async (resultKey: string) => ({ result: resultKey, version: await setVersion(world, resultKey) });
const publishing = async (resultKey: string) => ({ ...(await form(resultKey)), decreeNumber: "", decreeDate: "", editionCode: world.edition.code });

describe("what the public can know", () => {
  it("is nothing while the result is decided, and the same words at every step", async () => {
    const announced = () => fetchAnonymously(resultPage, { slug: world.edition.slug, tahap: "top-99" });
    const first = await announced();
    expect(first).toMatchObject({ status: 200 });
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(first.body).toContain("Tidak ada daftar sebelum waktu itu.");

    await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code });
    expect((await announced()).body).toBe(first.body);
    await sendAs(world.secretary, compose, world);
    expect((await announced()).body).toBe(first.body);
    await sendAs(world.secretary, declareReady, world, await form("top-99"));
    expect((await announced()).body).toBe(first.body);
    expect(toldOf(await everythingPublic(), world.entries)).toEqual([]);
    expect(await mapped()).toEqual([]);
  });

  it("does not include an edition's numbers before selection is released", async () => {
    askAs(null);
    const silent = await resultsWorld([{}]);
    await beforeTheRelease(silent.edition.id);
    expect(await loadEdition({ slug: silent.edition.slug })).toMatchObject({ selection: null, published: [] });
    expect(await loadEdition({ slug: world.edition.slug })).toMatchObject({ selection: { filed: 7, passed: 5 } });
  });

  it("is the whole list once it is published, and still nothing of those who are not on it", async () => {
    await sendAs(world.publisher, publish, world, await publishing("top-99"));
    const listed = [...world.entries.slice(0, 3), world.entries[4]!];
    const told = await everythingPublic();
    expect(toldOf(told, listed)).toEqual(secretsOf(listed));
    expect(toldOf(told, [world.entries[3]!])).toEqual([]);
    expect(told).not.toContain("Judul lain");
    const address = `http://localhost:3000/kompetisi/${world.edition.slug}/hasil/top-99`;
    const english = address.replace("/kompetisi", "/en/kompetisi");
    expect(await mapped()).toEqual([address, english, ...["data.csv", "data.json", "sha256sums.txt"].map((file) => `${address}/${file}`)]);
  });

  it("shows a published innovation with its level, its year and what its proposal says first", async () => {
    askAs(null);
    const innovation = (await loadInnovation({ code: world.entries[0]!.code.toLowerCase() }))!;
    expect(innovation.code).toBe(world.entries[0]!.innovationCode);
    expect(innovation.reached).toMatchObject([{ year: 2020, level: { id: "Top 99" }, unit: "RSUD Andi Makkasau", province: "Sulawesi Selatan", published: { resultKey: "top-99" } }]);
    expect(innovation.summary!.text).toMatch(/^Ringkasan rahasia/);
    expect((await loadHome({})).newest[0]!.published).toMatchObject({ resultKey: "top-99", state: "PROVISIONAL" });
  });

  it("is silent again about the next result: its panel ranks the published entries, and only a publication tells", async () => {
    const finalists = [...world.entries.slice(0, 3), world.entries[4]!];
    await moveStage(world.edition.id, "presentasi", [-3, -1]);
    // The panel turns the order of the first three around: 40 % of 60 against 60 % of one point each.
    for (const [place, entry] of finalists.entries()) for (const judge of [0, 1, 2]) await review(world, { entry, judge, marks: 60 + 10 * place, stage: "presentasi" });
    await sendAs(world.secretary, freeze, world, { editionCode: world.edition.code, result: "top-45" });
    const ranked = await db.rankingEntry.findMany({ where: { snapshot: { editionId: world.edition.id, resultKey: "top-45" } }, orderBy: { rank: "asc" } });
    expect(ranked.map(({ code, total }) => [code, total])).toEqual([
      [finalists[3]!.code, "438/5"], [finalists[2]!.code, "424/5"], [finalists[1]!.code, "407/5"], [finalists[0]!.code, "78/1"],
    ]);

    const before = await everythingPublic();
    await sendAs(world.secretary, compose, world, { result: "top-45" });
    await sendAs(world.secretary, declareReady, world, await form("top-45"));
    expect(await everythingPublic()).toBe(before);

    await sendAs(world.publisher, publish, world, await publishing("top-45"));
    askAs(null);
    expect((await loadInnovation({ code: finalists[2]!.code }))!.reached.map(({ level }) => level.id)).toEqual(["Top 45", "Top 99"]);
    expect((await loadInnovation({ code: finalists[0]!.code }))!.reached.map(({ level }) => level.id)).toEqual(["Top 99"]);
  });

  it("is not found for an edition, a result or an innovation that does not exist, whatever is asked", async () => {
    for (const params of [{ slug: "tidak-ada", tahap: "top-99" }, { slug: world.edition.slug, tahap: "top-100" }, { slug: "\u0000", tahap: "x" }])
      expect(await fetchAnonymously(resultPage, params)).toMatchObject({ status: 404 });
    askAs(null);
    expect(await loadEdition({ slug: "\u0000" })).toBeNull();
    for (const code of ["INO-2020-XXXXXX", "\u0000", "'; drop table", "%"]) expect(await loadInnovation({ code })).toBeNull();
  });
});

describe("the library", () => {
  beforeAll(async () => {
    const names = ["Call Centre 112", "100% Layak", "Titik_Koma"];
    for (const [place, title] of names.entries()) {
      await db.innovation.create({
        data: {
          code: `INO-2018-PAST${place}`, title: "Draf yang sedang ditulis",
          pastResults: { create: { year: 2018, level: place === 0 ? "Top 40" : "Top 99", scope: "national", title, agencyName: "Pemerintah Kota Parepare", province: "Sulawesi Selatan", source: "https://contoh.test/berita" } },
        },
      });
    }
  });

  const found = async (query: Record<string, string>) => (await loadLibrary(query)).library.entries.map(({ title }) => title);

  it("finds words in titles, agencies and units, whatever their case", async () => {
    expect(await found({ cari: "call CENTRE" })).toEqual(["Call Centre 112"]);
    expect(await found({ cari: "parepare", tahun: "2018" })).toHaveLength(3);
    expect((await found({ cari: "andi makkasau" })).length).toBeGreaterThan(0);
  });

  it("takes signs that mean something to the database as letters", async () => {
    expect(await found({ cari: "%" })).toEqual(["100% Layak"]);
    expect(await found({ cari: "_" })).toEqual(["Titik_Koma"]);
    expect(await found({ cari: "'; drop table" })).toEqual([]);
  });

  it("filters by year, award and province, and takes nonsense for no filter", async () => {
    expect(await found({ predikat: "Top 40" })).toEqual(["Call Centre 112"]);
    expect(await found({ provinsi: "Bali" })).toEqual([]);
    expect((await found({ tahun: "dua ribu", hal: "-1" })).length).toBeGreaterThan(3);
    expect(await found({ hal: "900" })).toEqual([]);
  });

  it("never shows the title somebody is writing now", async () => {
    expect(await found({ cari: "draf" })).toEqual([]);
    askAs(null);
    expect(JSON.stringify(await loadInnovation({ code: "INO-2018-PAST0" }))).not.toContain("Draf");
  });
});
