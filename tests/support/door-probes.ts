import { randomUUID } from "node:crypto";
import type { DoorWorld, WorldState } from "./door-world";

/**
 * One question to one door: with this, who may? `about` tells two questions to the same door apart. The input is what a form
 * or a script would send, or what a page would hand to its loader.
 */
export type Probe = {
  door: string;
  about?: string;
  state?: WorldState;
  input: (world: DoorWorld) => Record<string, unknown>;
  /**
   * For a thing that belongs to an agency: the same input with something that nobody has. Strangers must be told the same of
   * both.
   */
  unknown?: (world: DoorWorld) => Record<string, unknown>;
};

export const keyOf = ({ door, about }: Pick<Probe, "door" | "about">) => (about ? `${door}: ${about}` : door);

const NO_CODE = "INV-2020-ZZZZZ";
const nothing = () => ({});
const ofEdition = ({ edition }: DoorWorld) => ({ slug: edition.slug });
const ofResult = ({ edition }: DoorWorld) => ({ slug: edition.slug, result: "top-99" });
const ofSheet = ({ assignments }: DoorWorld) => ({ assignmentId: assignments.desk, version: 0, intent: "stay", marks: {}, remarks: {} });
const ofStage = ({ edition }: DoorWorld) => ({ slug: edition.slug, stage: "penilaian" });
const ofQuery = () => ({ query: {} });
const anotherReader = (world: DoorWorld) => ({
  ...ofStage(world), code: world.proposals.passed.code, from: "", to: world.cast.idleEvaluator.userId, reason: "Perlu pembaca ketiga.",
});
const slipLifted = (world: DoorWorld) => ({
  ...ofStage(world), code: world.proposals.passed.code, judge: world.cast.evaluator.userId, reason: "Salah tekan.",
});

/** A proposal's code with what else the door asks for, and the same with a code that nobody has. */
function byCode(name: keyof DoorWorld["proposals"], more: Probe["input"] = nothing): Pick<Probe, "input" | "unknown"> {
  return {
    input: (world) => ({ code: world.proposals[name].code, ...more(world) }),
    unknown: (world) => ({ code: NO_CODE, ...more(world) }),
  };
}

const seen = () => ({ version: 1 });
const firstSection = ({ edition }: DoorWorld) => ({ section: edition.rules.form.sections[0]!.key });
const answer = (world: DoorWorld) => ({ ...firstSection(world), version: 1, body: "Isi.", writerId: world.cast.innovator.userId });
const identity = ({ edition }: DoorWorld) => ({
  version: 1, title: "Judul", month: 1, year: 2015, pastResult: "none", otherResult: "", sourceText: "", signatory: "Kepala Dinas", category: edition.rules.categories[0]!.key,
  group: edition.rules.groups[0]!.key,
});
const batch = (codes: (world: DoorWorld) => string[]) => (world: DoorWorld) => ({
  edition: world.edition.slug, key: randomUUID(), codes: codes(world),
});

const ACCOUNTS: Probe[] = [
  {
    door: "accounts.acceptInvitation",
    input: () => ({ token: "x".repeat(24), name: "Nama", position: "", password: "kata sandi yang panjang" }),
  },
  { door: "accounts.acceptWithAccount", input: () => ({ token: "x".repeat(24), password: "kata sandi yang panjang" }) },
  { door: "accounts.chooseWorkspace", about: "the innovator's role", input: ({ cast }) => ({ membershipId: cast.innovator.hat!.id }) },
  { door: "accounts.endMembership", about: "a judge's role", input: ({ cast }) => ({ membershipId: cast.evaluator.hat!.id }) },
  { door: "accounts.endMembership", about: "the publisher's role", input: ({ cast }) => ({ membershipId: cast.publisher.hat!.id }) },
  { door: "accounts.endMembership", about: "the auditor's role", input: ({ cast }) => ({ membershipId: cast.auditor.hat!.id }) },
  { door: "accounts.endMembership", about: "the secretariat's role", input: ({ cast }) => ({ membershipId: cast.secretary.hat!.id }) },
  { door: "accounts.endMembership", about: "an innovator's role", input: ({ cast }) => ({ membershipId: cast.innovator.hat!.id }) },
  { door: "accounts.endMembership", about: "an agency admin's role", input: ({ cast }) => ({ membershipId: cast.agencyAdmin.hat!.id }) },
  { door: "accounts.handOver", input: ({ invitation }) => ({ invitationIds: [invitation.id] }) },
  { door: "accounts.invitationPage", input: () => ({ token: "x".repeat(24) }) },
  {
    door: "accounts.invite", about: "a judge of the edition",
    input: ({ edition }) => ({ email: "a@contoh.test", role: "EVALUATOR", editionSlug: edition.slug }),
  },
  {
    door: "accounts.invite", about: "a publisher of the edition",
    input: ({ edition }) => ({ email: "a@contoh.test", role: "PUBLISHER", editionSlug: edition.slug }),
  },
  { door: "accounts.invite", about: "an auditor", input: () => ({ email: "a@contoh.test", role: "AUDITOR" }) },
  {
    door: "accounts.invite", about: "another secretariat",
    input: ({ edition }) => ({ email: "a@contoh.test", role: "SECRETARIAT", editionSlug: edition.slug }),
  },
  {
    door: "accounts.invite", about: "an innovator of a unit",
    input: ({ places }) => ({ email: "a@contoh.test", role: "INNOVATOR", agencyCode: places.unit.code }),
  },
  {
    door: "accounts.invite", about: "an admin of the agency",
    input: ({ places }) => ({ email: "a@contoh.test", role: "AGENCY_ADMIN", agencyCode: places.agency.code }),
  },
  { door: "accounts.makePasswordLink", input: ({ cast }) => ({ userId: cast.innovator.userId }) },
  { door: "accounts.passwordLinkPage", input: () => ({ token: "x".repeat(24) }) },
  { door: "accounts.people", input: nothing },
  { door: "accounts.reinstate", input: ({ cast }) => ({ userId: cast.innovator.userId }) },
  { door: "accounts.setPassword", input: () => ({ token: "x".repeat(24), password: "kata sandi yang panjang" }) },
  { door: "accounts.signIn", input: () => ({ email: "tiada@contoh.test", password: "bukan kata sandi" }) },
  { door: "accounts.signInPage", input: nothing },
  { door: "accounts.signInToDemonstration", input: () => ({ email: "tiada@contoh.test" }) },
  { door: "accounts.signOut", input: nothing },
  { door: "accounts.suspend", about: "somebody else", input: ({ cast }) => ({ userId: cast.innovator.userId }) },
  { door: "accounts.suspend", about: "the super admin", input: ({ cast }) => ({ userId: cast.superAdmin.userId }) },
  { door: "accounts.viewer", input: nothing },
  { door: "accounts.withdrawInvitation", about: "of a judge", input: ({ invitation }) => ({ invitationId: invitation.id }) },
  { door: "accounts.workspaces", input: nothing },
];

const AGENCIES_AND_AUDIT: Probe[] = [
  { door: "agencies.addAgency", input: () => ({ kind: "MINISTRY", code: "K-BARU", name: "Kementerian Baru" }) },
  { door: "agencies.addUnit", input: ({ places }) => ({ parentCode: places.agency.code, kind: "AGENCY_UNIT", name: "Dinas Baru" }) },
  { door: "agencies.all", input: nothing },
  { door: "agencies.ownUnits", input: nothing },
  { door: "audit.chain", input: nothing },
  { door: "audit.page", input: nothing },
];

const COMPETITION: Probe[] = [
  { door: "competition.editions", input: nothing },
  {
    door: "competition.changeTimetable",
    input: (world) => ({ ...ofEdition(world), stageKey: "nowhere", opensAt: "2026-01-01T08:00", closesAt: "2026-01-02T08:00", reason: "Satu alasan" }),
  },
  { door: "competition.confirmEarlierClose", input: (world) => ({ ...ofEdition(world), request: randomUUID(), seen: "" }) },
  { door: "competition.withdrawEarlierClose", input: (world) => ({ ...ofEdition(world), request: randomUUID() }) },
  { door: "competition.inviteToGroup", input: (world) => ({ ...ofEdition(world), group: "nowhere", agency: world.places.agency.code }) },
  {
    door: "competition.withdrawGroupInvitation",
    input: (world) => ({ ...ofEdition(world), group: "nowhere", agencyCode: world.places.agency.code }),
  },
  { door: "competition.managedEdition", input: ofEdition },
  { door: "competition.newEdition", input: nothing },
  { door: "competition.rulesFile", input: (world) => ({ params: ofEdition(world), query: {} }) },
  { door: "competition.timetable", input: ofEdition },
  { door: "competition.openEdition", input: () => ({ rules: "x: 1" }) },
  { door: "competition.prepareEdition", about: "a new draft", input: () => ({ rules: "x: 1", draft: randomUUID(), version: 0, step: "check", replaces: "" }) },
  { door: "competition.prepareEdition", about: "a draft", input: ({ draft }) => ({ rules: "x: 1", draft: draft.id, version: 1, step: "check", replaces: "" }) },
  { door: "competition.editionDraft", input: ({ draft }) => ({ id: draft.id }) },
  { door: "competition.withdrawEdition", input: (world) => ({ ...ofEdition(world), reason: "Dibuka karena keliru." }) },
  { door: "competition.withdrawal", input: ofEdition },
  { door: "competition.ownEdition", input: nothing },
];

const WRITING: Probe[] = [
  { door: "submission.autosave", about: "a draft", ...byCode("draft", answer) },
  { door: "submission.autosave", about: "a filed proposal", ...byCode("passed", answer) },
  { door: "submission.deadline", ...byCode("draft") },
  { door: "submission.registration", input: ({ edition }) => ({ edition: edition.slug }) },
  { door: "submission.hub", ...byCode("draft") },
  { door: "submission.identityPage", ...byCode("draft") },
  { door: "submission.list", input: ofQuery },
  { door: "submission.receipt", ...byCode("passed") },
  { door: "submission.recall", ...byCode("draft", seen) },
  { door: "submission.saveIdentity", ...byCode("draft", identity) },
  { door: "submission.saveSection", ...byCode("draft", answer) },
  { door: "submission.section", ...byCode("draft", firstSection) },
  { door: "submission.sectionHistory", ...byCode("draft", firstSection) },
  { door: "submission.sendToAgency", ...byCode("draft", () => ({ version: 1, statements: [], acknowledged: [] })) },
  {
    door: "submission.start",
    input: ({ edition }) => ({
      edition: edition.slug, key: randomUUID(), step: "check", title: "Judul", month: 1, year: 2015, pastResult: "none", otherResult: "",
      origin: "OWN", sourceText: "", category: edition.rules.categories[0]!.key, signatory: "Kepala Dinas",
    }),
  },
  { door: "submission.startPage", input: ofQuery },
  { door: "submission.withdraw", ...byCode("draft", () => ({ ...seen(), reason: "Unit ditutup.", understood: "yes" })) },
  { door: "submission.askWithdrawal", ...byCode("passed", () => ({ ...seen(), reason: "Unit ditutup." })) },
  { door: "submission.answerWithdrawal", ...byCode("passed", () => ({ ...seen(), request: randomUUID(), answer: "AGREED", reason: "" })) },
];

const FILING: Probe[] = [
  { door: "submission.agencyDesk", input: ofQuery },
  { door: "submission.agencyList", input: ofQuery },
  { door: "submission.agencyReading", ...byCode("waiting", () => ({ query: {} })) },
  {
    door: "submission.agencyReceipt",
    input: ({ receipt }) => ({ number: receipt.number, query: {} }), unknown: () => ({ number: "BP-0", query: {} }),
  },
  { door: "submission.agencyReceipts", input: nothing },
  { door: "submission.file", input: batch(({ proposals }) => [proposals.endorsed.code]), unknown: batch(() => [NO_CODE]) },
  { door: "submission.filingPage", input: ofQuery },
  {
    door: "submission.review",
    ...byCode("waiting", (world) => ({ version: 1, notes: { [firstSection(world).section]: "Perjelas." }, reason: "", decide: "returnToInnovator" })),
  },
];

const ORGANISING: Probe[] = [
  { door: "submission.editionCounts", input: nothing },
  { door: "submission.filedList", input: ofEdition },
  { door: "submission.filedProposal", about: "one that was filed", ...byCode("passed", ofEdition) },
  { door: "submission.filedProposal", about: "a draft", ...byCode("draft", ofEdition) },
];

const seenDecision = () => ({ decidedAt: "2020-05-05T00:00:00.000Z" });
const decision = () => ({ outcome: "PASS", reasons: [], note: "" });

const SELECTION: Probe[] = [
  { door: "selection.confirm", ...byCode("failed", seenDecision) },
  { door: "selection.decide", ...byCode("taken", decision) },
  { door: "selection.decide", about: "once selection is released", state: "DECIDED", ...byCode("taken", decision) },
  { door: "selection.giveBack", ...byCode("taken") },
  { door: "selection.outcome", state: "DECIDED", ...byCode("passed") },
  { door: "selection.proposal", ...byCode("taken") },
  { door: "selection.proposal", about: "a draft", ...byCode("draft") },
  { door: "selection.queue", input: () => ({ status: "belum", halaman: 1 }) },
  { door: "selection.recap", input: nothing },
  { door: "selection.release", input: ({ edition }) => ({ editionCode: edition.code }) },
  { door: "selection.reopen", ...byCode("taken") },
  { door: "selection.saveChecks", ...byCode("taken", () => ({ intent: "stay", verdicts: {}, notes: {} })) },
  { door: "selection.sendBack", ...byCode("failed", () => ({ ...seenDecision(), note: "Baca lagi." })) },
  { door: "selection.take", ...byCode("failed") },
  { door: "selection.takeNext", input: nothing },
];

const REVIEW: Probe[] = [
  { door: "review.acceptPact", input: () => ({ intent: "sign", affiliation: "Universitas", agencies: [], provinces: [], agreed: "1" }) },
  { door: "review.applyAssignments", input: (world) => ({ ...ofStage(world), seed: "benih", fingerprint: "0".repeat(64) }) },
  {
    door: "review.applyAssignments", about: "once the ranking is frozen", state: "DECIDED",
    input: (world) => ({ ...ofStage(world), seed: "benih", fingerprint: "0".repeat(64) }),
  },
  { door: "review.assignments", input: (world) => ({ ...ofEdition(world), query: {} }) },
  { door: "review.closedRoom", input: ({ assignments }) => ({ assignmentId: assignments.desk }) },
  { door: "review.desk", input: ofQuery },
  { door: "review.pact", input: ofQuery },
  { door: "review.recuse", input: ({ assignments }) => ({ assignmentId: assignments.desk, reason: "Saya pernah membimbingnya.", understood: "yes" }) },
  { door: "review.room", about: "of an evaluator", input: ({ assignments }) => ({ assignmentId: assignments.desk }) },
  { door: "review.room", about: "of a panelist", input: ({ assignments }) => ({ assignmentId: assignments.panel }) },
  {
    door: "review.saveMarks",
    input: ({ assignments }) => ({ assignmentId: assignments.desk, version: 0, finish: false, marks: {}, remarks: {}, sure: {} }),
  },
  { door: "review.saveSheet", input: ofSheet },
  { door: "review.saveSheet", about: "once the ranking is frozen", state: "DECIDED", input: ofSheet },
  { door: "review.workInHand", input: (world) => ({ ...ofEdition(world), query: {} }) },
  { door: "review.shortOfJudges", input: nothing },
  { door: "review.readers", input: (world) => ({ ...ofEdition(world), query: {} }) },
  { door: "review.handOver", input: (world) => ({ ...ofStage(world), from: world.cast.evaluator.userId, to: "", reason: "Jatuh sakit." }) },
  { door: "review.changeReader", input: anotherReader },
  { door: "review.changeReader", about: "once the ranking is frozen", state: "DECIDED", input: anotherReader },
  { door: "review.liftRecusal", input: slipLifted },
  { door: "review.liftRecusal", about: "once the ranking is frozen", state: "DECIDED", input: slipLifted },
  {
    door: "review.removeTie",
    input: (world) => ({ ...ofStage(world), judge: world.cast.evaluator.userId, tie: "I:73.72", reason: "Salah pilih." }),
  },
  { door: "review.chooseEntries", input: (world) => ({ slug: world.edition.slug, stage: "lapangan", codes: [world.proposals.passed.code], reason: "Pilihan sidang." }) },
  { door: "review.giveVerdict", input: ({ assignments }) => ({ assignmentId: assignments.visit, version: 0, intent: "stay", outcome: null, reason: "", notes: {} }) },
  { door: "review.recuseFromVisit", input: ({ assignments }) => ({ assignmentId: assignments.visit, reason: "Pernah membina tim ini.", understood: "yes" }) },
  { door: "review.visit", input: ({ assignments }) => ({ assignmentId: assignments.visit, query: {} }) },
  { door: "review.visits", input: ofQuery },
  { door: "review.undoAssignments", input: (world) => ({ ...ofStage(world), batchId: randomUUID() }) },
];

const step = (world: DoorWorld) => ({ ...ofResult(world), version: 1 });

const RESULTS: Probe[] = [
  { door: "results.compose", state: "DECIDED", input: ofResult },
  { door: "results.decision", state: "DECIDED", input: (world) => ({ ...ofResult(world), query: {} }) },
  { door: "results.declareReady", state: "DECIDED", input: step },
  { door: "results.freeze", input: (world) => ({ ...ofResult(world), editionCode: world.edition.code }) },
  {
    door: "results.moveEntry", state: "DECIDED",
    input: (world) => ({ ...step(world), code: "INV-1", level: "top-99", direction: "IN", reason: "Alasan yang cukup." }),
  },
  { door: "results.draftPreview", input: ({ draft }) => ({ id: draft.id }) },
  { door: "results.publicCompetitions", input: nothing },
  { door: "results.publicEdition", input: ofEdition },
  { door: "results.publicHome", input: nothing },
  { door: "results.publicInnovation", input: () => ({ code: "INO-1" }) },
  { door: "results.publicLibrary", input: () => ({ hal: 1 }) },
  {
    door: "results.publish", state: "DECIDED",
    input: (world) => ({ ...step(world), decreeNumber: "", decreeDate: "", editionCode: world.edition.code }),
  },
  { door: "results.publishedFile", input: ({ edition }) => ({ slug: edition.slug, tahap: "top-99", berkas: "data.csv" }) },
  { door: "results.siteMap", input: () => ({}) },
  { door: "results.steps", input: nothing },
  { door: "results.publishedPage", input: ({ edition }) => ({ slug: edition.slug, tahap: "top-99" }) },
  { door: "results.publishing", state: "DECIDED", input: ofResult },
  { door: "results.requestSupersession", state: "DECIDED", input: (world) => ({ ...ofResult(world), reason: "Nilai satu juri keliru tercatat." }) },
  { door: "results.confirmSupersession", state: "DECIDED", input: (world) => ({ ...ofResult(world), editionCode: world.edition.code }) },
  { door: "results.withdrawSupersession", state: "DECIDED", input: ofResult },
  { door: "results.snapshotFile", state: "DECIDED", input: (world) => ({ params: ofEdition(world), query: { hasil: "top-99", versi: "1" } }) },
  { door: "results.reopenPublished", state: "DECIDED", input: (world) => ({ ...step(world), reason: "Keberatan peserta dikabulkan.", editionCode: world.edition.code }) },
  { door: "results.proposalReadings", ...byCode("passed", ofEdition) },
  { door: "results.ranking", input: (world) => ({ ...ofEdition(world), query: {} }) },
  { door: "results.rankingFile", about: "while scoring is open", input: (world) => ({ params: ofEdition(world), query: {} }) },
  { door: "results.rankingFile", about: "a frozen one", state: "DECIDED", input: (world) => ({ params: ofEdition(world), query: { hasil: "top-99" } }) },
  {
    door: "results.ruleOnMissing", state: "DECIDED",
    input: (world) => ({ ...step(world), kind: "UNFILLED", level: "top-99", reason: "Alasan yang cukup." }),
  },
  { door: "results.takeBackRuling", state: "DECIDED", input: (world) => ({ ...step(world), ruling: randomUUID() }) },
  { door: "results.sendBackToDrafting", state: "DECIDED", input: step },
];

export const PROBES: readonly Probe[] = [
  ...ACCOUNTS, ...AGENCIES_AND_AUDIT, ...COMPETITION, ...WRITING, ...FILING, ...ORGANISING, ...SELECTION, ...REVIEW, ...RESULTS,
];
