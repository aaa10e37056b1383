import { expect, test } from "vitest";
import { filedContent } from "./filed-content";

const proposal = {
  code: "INV-1", title: "Judul", groupKey: "general", categoryKey: "health", unitCode: "73.72/rsud", innovationCode: "INO-1",
  implementedSince: new Date("2015-03-01T00:00:00Z"), claimedResult: "Top 45/2019", sourceText: "", sourceAgency: "Kota Lain", sourceYear: 2018, related: [{ askedAs: "Lancar, Top 45/2020", isSame: false, reason: "Lain." }], videoUrl: "https://video.example/a",
  answers: [{ sectionKey: "summary", body: "a" }, { sectionKey: "novelty", body: "b" }],
  statements: [{ key: "identity", signer: "Wali Kota", statedBy: "Rina" }],
  confirmations: [{ kind: "SIGNATURES", by: "Ani", basis: "Surat asli sudah dilihat" }],
};
const first = {
  code: "INV-1", title: "Judul", group: "general", category: "health", unit: "73.72/rsud",
  answers: { summary: "a", novelty: "b" }, statements: { identity: "Wali Kota" },
};

test("the content of a proposal does not depend on the order in which its answers and statements are read", () => {
  expect(filedContent({ ...proposal, answers: proposal.answers.toReversed() })).toEqual(filedContent(proposal));
});

const second = { ...first, format: 2, innovation: "INO-1", since: "2015-03-01", claimedResult: "Top 45/2019", source: "", video: "https://video.example/a" };

test("a receipt covers what decides eligibility: the innovation, its start, what it adapts, the result claimed; and the video", () => {
  expect(filedContent(proposal)).toEqual({
    ...second, format: 3, statements: { identity: { onBehalfOf: "Wali Kota", statedBy: "Rina" } }, confirmations: { SIGNATURES: { by: "Ani", basis: "Surat asli sudah dilihat" } },
    sourceAgency: "Kota Lain", sourceYear: 2018, related: [{ askedAs: "Lancar, Top 45/2020", isSame: false, reason: "Lain." }],
  });
});

test("a receipt of the second format is recomputed as it was made", () => {
  expect(filedContent(proposal, 2)).toEqual(second);
});

test("a receipt of the first format is recomputed as it was made", () => {
  expect(filedContent(proposal, 1)).toEqual(first);
});
