import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { paths } from "@/lib/paths";
import { statementsFor } from "@/modules/competition/domain/form-version";
import { recall, saveIdentity, sendToAgency } from "@/modules/submission/actions/writing";
import { review } from "@/modules/submission/actions/filing";
import { SUBMISSION_STATUSES } from "@/modules/submission/domain/lifecycle";
import { autosave } from "@/modules/submission/endpoints";
import { loadAgencyReading } from "@/modules/submission/loaders/filing";
import { loadOwnSubmissions, loadReceipt, loadSection, loadSubmission } from "@/modules/submission/loaders/writing";
import { ask } from "../../support/ask";
import { closeRegistrationIn } from "../../support/filing-world";
import { beforeTheRelease } from "../../support/owner";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import { draft, fillSections, rinaADayBeforeTheClose, writingWorld, type WritingWorld } from "../../support/writing-world";

const SIGNERS = { "signers.pelaksanaan": "Rina, Kepala Puskesmas", "signers.kesediaan-direplikasi": "Budi, Wali Kota" };

let world: WritingWorld;
let code: string;
let id: string;
let statements: string[];

beforeAll(async () => {
  world = await writingWorld();
});
beforeEach(async () => {
  await rinaADayBeforeTheClose(world);
  ({ code, id } = await draft(world));
  await fillSections(id);
  const { rules, groupKey } = (await loadSubmission({ code })).subject;
  statements = statementsFor(rules, groupKey).map(({ key }) => key);
});

/** All parts as the page that is open now has shown them. */
async function seenNow(): Promise<Record<string, string>> {
  const { sections, answers } = (await loadSubmission({ code })).subject;
  return Object.fromEntries(sections.map(({ key }) => [`seen.${key}`, String(answers[key]?.version ?? 0)]));
}
const send = async (fields: Record<string, string | string[]> = {}) =>
  press(sendToAgency, { code, version: "1", ...(await seenNow()), "statements[]": statements, ...SIGNERS, ...fields });
const current = () => db.submission.findUniqueOrThrow({ where: { code } });
const moves = () => db.statusMove.findMany({ where: { submissionId: id } });

describe("sending to the agency", () => {
  test("the proposal changes hands with its move, statements, letters and audit event", async () => {
    expect(await send()).toEqual({ status: "redirected", to: paths.receiptOf(code) });

    expect(await current()).toMatchObject({ status: "AGENCY_REVIEW", version: 2, submittedAt: null });
    expect(await moves()).toMatchObject([{ from: "DRAFT", to: "AGENCY_REVIEW", movedById: world.rina.userId }]);
    expect((await db.submissionStatement.findMany({ where: { submissionId: id } })).map(({ key }) => key).sort()).toEqual([...statements].sort());
    const letters = await db.outboxMessage.findMany({ where: { subject: { contains: code } }, orderBy: { recipient: "asc" } });
    expect(letters.map(({ recipient }) => recipient)).toEqual([world.admin.email, world.colleague.email].sort());
    expect(letters[0]?.body).toContain("belum sampai ke penyelenggara");
    expect(await db.auditEvent.count({ where: { action: "submission.sendToAgency", subjectId: id } })).toBe(1);
  });

  test("each statement is kept with who signs for its office, and a name that is missing is asked for", async () => {
    expect(await send({ "signers.kesediaan-direplikasi": " " })).toMatchObject({ status: "refused", key: "submission.send.incomplete" });
    await send();

    const { signedBefore } = (await loadSubmission({ code })).subject;
    expect(signedBefore).toEqual({
      pelaksanaan: "Rina, Kepala Puskesmas", identitas: "Rina, Kepala Puskesmas",
      "kesediaan-direplikasi": "Budi, Wali Kota",
    });
  });

  test("pressing several times at once leads to the same page and moves it once", async () => {
    const states = await Promise.all([send(), send(), send()]);
    expect(states).toEqual(Array.from({ length: 3 }, () => ({ status: "redirected", to: paths.receiptOf(code) })));
    expect(await moves()).toHaveLength(1);
    expect(await db.outboxMessage.count({ where: { subject: { contains: code } } })).toBe(2);
  });

  test("a statement that is not ticked holds it back", async () => {
    expect(await send({ "statements[]": statements.slice(1) })).toMatchObject({ status: "refused", key: "submission.send.incomplete" });
    expect((await current()).status).toBe("DRAFT");
  });

  test("an empty required section holds it back, whatever was ticked", async () => {
    await db.answer.updateMany({ where: { submissionId: id, sectionKey: "tujuan" }, data: { body: " \n - " } });
    expect(await send()).toMatchObject({ status: "refused", key: "submission.send.mustFix" });
  });

  test("all that is missing is told in one go", async () => {
    await db.answer.updateMany({ where: { submissionId: id, sectionKey: "tujuan" }, data: { body: "Terlalu pendek." } });
    const answer = await send({ "statements[]": statements.slice(1), "signers.pelaksanaan": "", "signers.kesediaan-direplikasi": "" });
    expect(answer).toMatchObject({ status: "refused", key: "submission.send.incomplete" });
    expect("because" in answer && answer.because.trim()).toBe(
      "Belum dikirim. Masih ada 1 pernyataan yang belum dicentang. Masih ada 2 nama penanda tangan yang belum diisi. Masih ada 1 hal yang perlu dilihat lagi dan belum dicentang.",
    );
  });

  test("a section that a colleague replaced after the page was opened is named with who and when; one press goes on after a look", async () => {
    const seen = await seenNow();
    askAs(world.budi.sessionId);
    await ask(autosave, { writerId: world.budi.userId, code, section: "tujuan", version: 1, body: "kata ".repeat(60) });
    askAs(world.rina.sessionId);

    const answer = await send(seen);
    expect(answer).toMatchObject({ status: "refused", key: "submission.send.partsChanged", details: { changed: [{ section: "tujuan", by: "Budi" }], version: 1 } });
    expect((await current()).status).toBe("DRAFT");
    const { details } = answer as { details: { seen: Record<string, number> } };
    const looked = Object.fromEntries(Object.entries(details.seen).map(([key, version]) => [`seen.${key}`, String(version)]));
    expect(await send(looked)).toMatchObject({ status: "redirected" });
  });

  test("a section that was empty on the page and is written in since is named, and so is one the page did not carry", async () => {
    const { tujuan: _, ...seen } = Object.fromEntries(Object.entries(await seenNow()).map(([name, version]) => [name.slice("seen.".length), version]));
    const fields = Object.fromEntries(Object.entries({ ...seen, dampak: "0" }).map(([key, version]) => [`seen.${key}`, version]));
    const answer = await press(sendToAgency, { code, version: "1", "statements[]": statements, ...SIGNERS, ...fields });
    expect(answer).toMatchObject({ key: "submission.send.partsChanged" });
    const { details } = answer as { details: { changed: { section: string }[] } };
    expect(details.changed.map(({ section }) => section).sort()).toEqual(["dampak", "tujuan"]);
  });

  test("a note of the agency that nothing answered is asked about, note by note", async () => {
    await send();
    askAs(world.admin.sessionId);
    await press(review, { code, version: "2", decide: "returnToInnovator", reason: "", "notes.tujuan": "Sebutkan angkanya.", "notes.dampak": "Sebutkan buktinya." });
    askAs(world.rina.sessionId);
    await ask(autosave, { writerId: world.rina.userId, code, section: "dampak", version: 1, body: "bukti ".repeat(60) });
    const { openNotes } = (await loadSubmission({ code })).subject;
    expect(openNotes.map(({ sectionKey }) => sectionKey)).toEqual(["tujuan"]);

    expect(await send({ version: "3" })).toMatchObject({ status: "refused", key: "submission.send.incomplete" });
    expect(await send({ version: "3", "answered[]": openNotes.map(({ id }) => id) })).toMatchObject({ status: "redirected" });
    const notes = await db.submissionNote.findMany({ where: { submissionId: id }, orderBy: { body: "asc" } });
    expect(notes.map(({ body, answeredById }) => [body, answeredById])).toEqual([["Sebutkan angkanya.", world.rina.userId], ["Sebutkan buktinya.", null]]);
  });

  test("the reason it came back for is answered for, whatever was changed since", async () => {
    await send();
    askAs(world.admin.sessionId);
    await press(review, { code, version: "2", decide: "returnToInnovator", reason: "Angka di Dampak dan di Ringkasan berbeda." });
    askAs(world.rina.sessionId);
    await ask(autosave, { writerId: world.rina.userId, code, section: "dampak", version: 1, body: "bukti ".repeat(60) });
    const { returned } = (await loadSubmission({ code })).subject;
    expect(await send({ version: "3" })).toMatchObject({ status: "refused", key: "submission.send.incomplete" });
    expect(await send({ version: "3", "answered[]": [returned!.id] })).toMatchObject({ status: "redirected" });
  });

  test("a section that went over its limit after the page was opened holds it back", async () => {
    await ask(autosave, { writerId: world.rina.userId, code, section: "tujuan", version: 1, body: "kata ".repeat(5_000) });
    expect(await send()).toMatchObject({ status: "refused", key: "submission.send.mustFix" });
  });

  test("an innovation that has become too young for its group holds it back", async () => {
    await db.submission.updateMany({ where: { code }, data: { implementedSince: new Date() } });
    expect(await send()).toMatchObject({ status: "refused", key: "submission.send.mustFix" });
  });

  test("a perfunctory answer must be acknowledged by name", async () => {
    await db.answer.updateMany({ where: { submissionId: id, sectionKey: "tujuan" }, data: { body: "Terlalu pendek." } });
    expect(await send()).toMatchObject({ status: "refused", key: "submission.send.incomplete" });
    expect(await send({ "acknowledged[]": "SECTION_PERFUNCTORY:tujuan" })).toMatchObject({ status: "redirected" });
  });

  test("the same title twice in the agency must be acknowledged", async () => {
    const twin = await draft(world);
    await db.submission.updateMany({ where: { code: twin.code }, data: { title: (await current()).title.toUpperCase() } });
    const { organizerId, id: submissionId } = await current();
    await db.relatedAnswer.create({
      data: { organizerId, submissionId, innovationId: twin.innovationId, askedAs: twin.title, isSame: false, reason: "Yang ini di pulau lain.", answeredById: world.rina.userId },
    });
    expect(await send()).toMatchObject({ status: "refused", key: "submission.send.incomplete" });
    expect(await send({ "acknowledged[]": `TITLE_TWICE:${twin.code}` })).toMatchObject({ status: "redirected" });
  });

  test("a proposal whose identity changed meanwhile is shown again before it is sent", async () => {
    await press(saveIdentity, {
      code, version: "1", title: "Judul baru", month: "3", year: "2016", category: "kesehatan", group: "umum", signatory: "Kepala", sourceText: "",
      pastResult: "none", otherResult: "", videoUrl: "https://video.example/a",
    });
    expect(await send()).toMatchObject({
      status: "refused", key: "submission.send.partsChanged", details: { changed: [{ section: null, by: "Rina" }], version: 2 },
    });
    expect(await send({ version: "2" })).toMatchObject({ status: "redirected" });
    expect(await current()).toMatchObject({ title: "Judul baru", implementedSince: new Date("2016-03-01T00:00:00Z"), version: 3 });
  });

  test("after the close it is refused, and a moment before it is not", async () => {
    await closeRegistrationIn(world.edition.id, -1);
    expect(await send()).toMatchObject({ status: "refused", key: "submission.refused.registrationClosed" });
    await closeRegistrationIn(world.edition.id, 30_000);
    expect(await send()).toMatchObject({ status: "redirected" });
  });

  test("a text saved at the same moment is refused, or has to be looked at before it is sent", async () => {
    const seen = await seenNow();
    const [sent, saved] = await Promise.all([send(seen), ask(autosave, { writerId: world.rina.userId, code, section: "tujuan", version: 1, body: "kata lain ".repeat(30) })]);
    const { body } = await db.answer.findFirstOrThrow({ where: { submissionId: id, sectionKey: "tujuan" } });
    expect(body.startsWith("kata lain")).toBe(saved.status === 200);
    expect(sent, "what was not on the page is not sent").toMatchObject(saved.status === 200 ? { key: "submission.send.partsChanged" } : { status: "redirected" });
  });

  test("an innovator of another unit is told that nothing is there", async () => {
    const seen = await seenNow();
    askAs(world.foreigner.sessionId);
    expect(await press(sendToAgency, { code, version: "1", ...seen, "statements[]": statements, ...SIGNERS })).toMatchObject({ status: "refused", key: "common.errors.notFound" });
    await expect(loadSubmission({ code })).rejects.toMatchObject({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
    expect((await loadOwnSubmissions({ query: {} })).subject.submissions).toEqual([]);
  });
});

describe("taking back to improve", () => {
  const takeBack = (version = "2") => press(recall, { code, version });

  test("it is a draft again, the agency's admins are told, and what they noted so far stays for them", async () => {
    await send();
    askAs(world.admin.sessionId);
    await press(review, { code, version: "2", "notes.tujuan": "Sebutkan angkanya." });
    askAs(world.rina.sessionId);
    expect(await takeBack()).toEqual({ status: "redirected", to: paths.submission(code) });

    expect(await current()).toMatchObject({ status: "DRAFT", version: 3 });
    expect((await moves()).map(({ from, to }) => [from, to])).toEqual([["DRAFT", "AGENCY_REVIEW"], ["AGENCY_REVIEW", "DRAFT"]]);
    const letters = await db.outboxMessage.findMany({ where: { subject: { startsWith: `${code}: diambil kembali` } }, select: { recipient: true } });
    expect(letters.map(({ recipient }) => recipient).sort()).toEqual([world.admin.email, world.colleague.email].sort());
    expect(await db.auditEvent.count({ where: { action: "submission.recall", subjectId: id } })).toBe(1);
    expect((await loadSubmission({ code })).subject).toMatchObject({ notes: [], writing: { allowed: true } });
  });

  test("a note from before is still enough to return what was sent again", async () => {
    await send();
    askAs(world.admin.sessionId);
    await press(review, { code, version: "2", "notes.tujuan": "Sebutkan angkanya." });
    askAs(world.rina.sessionId);
    await takeBack();
    await send({ version: "3" });
    askAs(world.admin.sessionId);
    expect((await loadAgencyReading({ code, query: {} })).subject.notes).toMatchObject([{ body: "Sebutkan angkanya.", isNew: true }]);
    expect(await press(review, { code, version: "4", decide: "returnToInnovator" })).toMatchObject({ status: "redirected" });
  });

  test("a second press leads to the same page and moves nothing again", async () => {
    await send();
    expect(await Promise.all([takeBack(), takeBack()])).toMatchObject([{ status: "redirected" }, { status: "redirected" }]);
    expect(await moves()).toHaveLength(2);
  });

  test("of an author who takes it back and an admin who endorses at once one wins, and the other is told", async () => {
    await send();
    askAs(world.admin.sessionId);
    const endorsing = press(review, { code, version: "2", decide: "endorse", "confirm[]": ["SIGNATURES"], basis: "Surat asli dilihat" });
    askAs(world.rina.sessionId);
    const [endorsed, recalled] = await Promise.all([endorsing, takeBack()]);

    const told = expect.stringMatching(/changedMeanwhile|refused\.status|notRecallable/);
    expect([endorsed, recalled]).toContainEqual(expect.objectContaining({ status: "refused", key: told }));
    expect((await current()).status).toBe(endorsed.status === "redirected" ? "ENDORSED" : "DRAFT");
    expect(await moves()).toHaveLength(2);
  });

  test("what the agency has endorsed is not taken back any more, nor anything after the close", async () => {
    await db.submission.updateMany({ where: { code }, data: { status: "ENDORSED" } });
    expect(await takeBack("1")).toMatchObject({ status: "refused", key: "submission.refused.notRecallable" });
    await db.submission.updateMany({ where: { code }, data: { status: "AGENCY_REVIEW" } });
    await closeRegistrationIn(world.edition.id, -1_000);
    expect(await takeBack("1")).toMatchObject({ status: "refused", key: "submission.refused.registrationClosed" });
  });
});

describe("what the authors see", () => {
  test("they and their colleagues read it whatever has become of it", async () => {
    askAs(world.budi.sessionId);
    for (const status of SUBMISSION_STATUSES) {
      await db.submission.updateMany({ where: { code }, data: { status } });
      const [read, section, receipt] = await Promise.all([
        loadSubmission({ code }), loadSection({ code, section: "ringkasan" }), loadReceipt({ code }),
      ]);
      expect(read.subject.answers.ringkasan?.body).toContain("kata0");
      expect([section.subject.answer?.body, receipt.subject.status]).toEqual([read.subject.answers.ringkasan?.body, status]);
    }
  });

  test("a decision of selection stays hidden until it is released", async () => {
    const { organizerId, editionId } = await db.submission.update({
      where: { code }, data: { status: "SUBMITTED" }, select: { organizerId: true, editionId: true },
    });
    await db.selectionDecision.create({
      data: { organizerId, editionId, submissionId: id, takenById: world.admin.userId, outcome: "FAIL", decidedAt: new Date(), reasonKeys: ["terlalu-muda"] },
    });
    expect((await loadReceipt({ code })).subject.display).toBe("SUBMITTED");

    await db.selectionRelease.create({ data: { organizerId, editionId, releasedById: world.admin.userId, passed: 0, failed: 1 } });
    expect((await loadReceipt({ code })).subject.display).toBe("FAILED_ADMIN");
    await beforeTheRelease(editionId);
  });

  test("the agency's notes are theirs only once the proposal came back", async () => {
    const { organizerId } = await current();
    await db.submissionNote.create({ data: { organizerId, submissionId: id, body: "Angka ini dari mana?", writtenById: world.admin.userId } });
    expect((await loadSubmission({ code })).subject.notes).toEqual([]);

    await db.statusMove.create({ data: { organizerId, submissionId: id, from: "AGENCY_REVIEW", to: "RETURNED", reason: "Lengkapi.", movedById: world.admin.userId } });
    const { notes, returned } = (await loadSubmission({ code })).subject;
    expect([notes.map(({ body }) => body), returned?.reason]).toEqual([["Angka ini dari mana?"], "Lengkapi."]);
  });
});
