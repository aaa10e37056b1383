import { describe, expect, test } from "vitest";
import { belongingOf, relatedFinder, settleRelated } from "./related";

const LANCAR = "Lancar HD (Layanan Antar Jemput Pasien Hemodialisa)";

describe("which innovation a title may stand for", () => {
  test.each([
    ["the very same", LANCAR, LANCAR],
    ["capitals and signs", LANCAR, "LANCAR-HD: layanan antar jemput pasien hemodialisa!"],
    ["the order of words", "Antar Obat Lansia", "Lansia Antar Obat"],
    ["the short name alone", LANCAR, "Lancar HD"],
    ["what its letters stand for alone", LANCAR, "Layanan Antar Jemput Pasien Hemodialisa"],
    ["one wrong letter", LANCAR, "Lancer HD"],
    ["two letters that changed places", "Kapal Sehat Tanjung", "Kapal Sehat Tajnung"],
    ["a word in front", "Call Centre 112", "Eksistensi Call Centre 112"],
    ["another form of it behind a colon", "SIGAP (Siaga Pangan)", "Sigap: warga tanggap lapar"],
    ["accents and full-width letters", "Café Ilmu Desa", "Ｃａｆｅ Ilmu Desa"],
  ])("%s", (_, known, typed) => {
    expect(relatedFinder([{ id: "a", titles: [known] }])(typed)).toEqual(["a"]);
    expect(relatedFinder([{ id: "a", titles: [typed] }])(known)).toEqual(["a"]);
  });

  test.each([
    ["other words", LANCAR, "Antrean Apotek Tanpa Berdiri"],
    ["words that say nothing", "Sistem Informasi Pelayanan Publik Antrean", "Sistem Informasi Pelayanan Publik Perizinan"],
    ["the same place in brackets", "Kelas Malam (Kota Parepare)", "Ojek Obat (Kota Parepare)"],
    ["numbers", "Inovasi 1", "Inovasi 2"],
    ["a short word within a longer title", "Ibu", "Rumah Tunggu Ibu Hamil"],
    ["nothing", LANCAR, " -- "],
  ])("%s alone do not make it another", (_, known, typed) => {
    expect(relatedFinder([{ id: "a", titles: [known] }])(typed)).toEqual([]);
  });

  test("every title it ever had counts, and several are named in their order, each once", () => {
    const find = relatedFinder([{ id: "b", titles: ["Obat Diantar Ojek", "Ojek Obat"] }, { id: "a", titles: ["Obat diantar ojek"] }, { id: "c", titles: ["Lain sama sekali"] }]);
    expect(find("Obat Diantar Ojek")).toEqual(["b", "a"]);
  });
});

describe("what the answers settle", () => {
  const reason = "Yang ini untuk ibu hamil.";

  test("a yes names the one that goes on; a no counts with its reason", () => {
    const settled = settleRelated(["a", "b", "c"], { same: { a: "no", b: "yes" }, because: { a: `  ${reason} ` } });
    expect(settled).toEqual({ ok: true, value: { sameId: "b", answered: [{ id: "a", isSame: false, reason }, { id: "b", isSame: true, reason: "" }], open: ["c"] } });
  });

  test("a no without a reason, or with a few letters, is no answer", () => {
    for (const because of [{}, { a: "asdf" }]) expect(settleRelated(["a"], { same: { a: "no" }, because })).toMatchObject({ value: { open: ["a"], answered: [] } });
  });

  test("an answer about what was not asked changes nothing", () => {
    expect(settleRelated([], { same: { a: "yes" }, because: {} })).toMatchObject({ value: { sameId: null, answered: [], open: [] } });
  });

  test("it cannot be the same as two", () => {
    expect(settleRelated(["a", "b"], { same: { a: "yes", b: "yes" }, because: {} })).toMatchObject({ ok: false, refusal: { key: "submission.refused.twoSame" } });
  });
});

test.each([
  ["nobody's", null, "73.72/rsud", "73.72", "OWN"],
  ["the unit's", "73.72/rsud", "73.72/rsud", "73.72", "OWN"],
  ["the government's own", "73.72", "73.72/rsud", "73.72", "OWN"],
  ["that of a part of the unit", "73.72/dinkes/puskesmas", "73.72/dinkes", "73.72", "OWN"],
  ["another unit's of the agency that files", "73.72/dinkes", "73.72/rsud", "73.72", "OTHER_UNIT"],
  ["another office's in a regency's competition", "33.02/dinkes/puskesmas", "33.02/dindik/sd", "33.02/dindik", "OTHER_AGENCY"],
  ["another government's", "33.02", "73.72/rsud", "73.72", "OTHER_AGENCY"],
])("an innovation may be %s", (_, owner, unit, filing, belonging) => {
  expect(belongingOf(owner, unit, filing)).toBe(belonging);
});
