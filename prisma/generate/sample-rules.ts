import type { EditionRules, GroupRule, LocalizedText } from "@/modules/competition/domain/edition-rules";

/** A small edition for the tests of the generators: no real one, so that a change of its rules leaves these tests alone. */
export function sampleRules(overrides: Partial<EditionRules> = {}): EditionRules {
  return {
    format: 1,
    edition: {
      slug: "contoh-2021", code: "CONTOH-2021", name: text("Contoh"), year: 2021, theme: null, legalBasis: [], zone: "Asia/Jakarta",
    },
    competition: { slug: "contoh", name: text("Contoh") },
    organizer: { agency: "K-PANRB" },
    participants: { within: null, kinds: [] },
    groups: [group("umum", 24, 10), group("replikasi", 12, 5), group("khusus", 24, null)],
    categories: ["kesehatan", "pendidikan", "kemiskinan"].map((key) => ({ key, name: text(key) })),
    form: { version: "1", sections: SECTIONS.map(([key, maxWords, groups]) => section(key, maxWords, groups)) },
    statements: [{ key: "pelaksanaan", text: text("Pernyataan"), signer: text("Kepala unit") }],
    selection: { checks: [], reasons: [], secondReaderForFail: false },
    rubrics: [{
      key: "proposal", name: text("Proposal"), scale: { min: 0, max: 100 }, remarkBelow: null, remarkAbove: null,
      criteria: [30, 25, 20, 15, 10].map((weight, index) => criterion(`kriteria-${index + 1}`, weight)),
    }],
    stages: [{
      key: "pendaftaran", kind: "REGISTRATION", name: text("Pendaftaran"),
      opensAt: "2021-03-01T00:00", closesAt: "2021-04-30T23:59", scoring: null,
    }],
    results: [],
    provenance: [],
    ...overrides,
  };
}

const SECTIONS: [string, number, string[] | null][] = [
  ["ringkasan", 300, null], ["tujuan", 200, null], ["kebaruan", 100, null], ["proses-replikasi", 200, ["replikasi"]],
];

function text(words: string): LocalizedText {
  return { id: words, en: words };
}

function group(key: string, minimumAgeMonths: number, quotaPerAgency: number | null): GroupRule {
  return {
    key, name: text(key), description: text(key), minimumAgeMonths, quotaPerAgency, byInvitation: key === "khusus",
    barredBy: [], requiresOneOf: [], atMostBefore: null, source: { required: key === "replikasi", oneOf: [] },
  };
}

function section(key: string, maxWords: number, groups: string[] | null) {
  return { key, name: text(key), question: text(key), guidance: text(key), maxWords, required: true, groups };
}

function criterion(key: string, weight: number) {
  return { key, name: text(key), description: text(key), weight, sections: [], anchors: [] };
}
