import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { paths, withQuery } from "@/lib/paths";
import { review } from "@/modules/submission/actions/filing";
import { filingWorld, type FilingWorld, proposal } from "../../support/filing-world";
import { notesOf } from "@/modules/submission/queries/proposal";
import { press } from "../../support/press";
import { askAs } from "../../support/request";

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});
beforeEach(() => askAs(world.admin.sessionId));

type Words = Record<string, string>;
const act = (decide: string) => (code: string, words: Words = {}) => press(review, { code, version: "1", reason: "", decide, ...words });
const [endorse, unendorse, sendBack] = [act("endorse"), act("unendorse"), act("returnToInnovator")];
const keepNotes = (code: string, notes: Words, at = "tujuan") => press(review, { code, version: "1", reason: "", at, ...notes });
const takeAway = (code: string, remove: string, words: Words = {}) => press(review, { code, version: "1", reason: "", remove, ...words });
const putusan = (code: string, word: string) => withQuery(paths.agencySubmission(code), { putusan: word });

const fresh = async (code: string) => db.submission.findUniqueOrThrow({ where: { code }, include: { moves: true, notes: { orderBy: { id: "asc" } } } });
const eventsOf = (id: string) => db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" }, select: { action: true } });

describe("endorsing", () => {
  test("an admin endorses what waits for review; the move, its author and one audit event are kept", async () => {
    const { code, id } = await proposal(world, { status: "AGENCY_REVIEW" });

    expect(await endorse(code)).toEqual({ status: "redirected", to: putusan(code, "disetujui") });

    const after = await fresh(code);
    expect([after.status, after.version]).toEqual(["ENDORSED", 2]);
    expect(after.moves.map(({ from, to, movedById }) => [from, to, movedById])).toEqual([["AGENCY_REVIEW", "ENDORSED", world.admin.userId]]);
    expect(await eventsOf(id)).toEqual([{ action: "submission.endorse" }]);
  });

  test("a second press leads to the same page and moves nothing again", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    await endorse(code);
    expect((await endorse(code)).status).toBe("redirected");
    expect((await fresh(code)).moves).toHaveLength(1);
  });

  test("an endorsement is taken back, and the proposal waits for review again", async () => {
    const { code } = await proposal(world);
    await unendorse(code);
    expect((await fresh(code)).status).toBe("AGENCY_REVIEW");
  });

  test.each(["DRAFT", "RETURNED", "SUBMITTED", "WITHDRAWN"] as const)("a proposal in %s cannot be endorsed", async (status) => {
    const { code } = await proposal(world, { status });
    expect(await endorse(code)).toMatchObject({ status: "refused", key: "submission.refused.status" });
    expect((await fresh(code)).status).toBe(status);
  });

  test("what changed since the page was opened is not endorsed unseen", async () => {
    const { code, id } = await proposal(world, { status: "AGENCY_REVIEW" });
    await db.submission.updateMany({ where: { id }, data: { version: 3 } });
    expect(await endorse(code)).toMatchObject({ status: "refused", key: "common.errors.changedMeanwhile" });
    expect((await fresh(code)).status).toBe("AGENCY_REVIEW");
  });

  test("of two admins who decide at once one decides and the other is told, and there is one move", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    const [first, second] = await Promise.all([endorse(code), sendBack(code, { reason: "Bukti belum ada." })]);
    expect([first.status, second.status].sort()).toEqual(["redirected", "refused"]);
    expect((await fresh(code)).moves).toHaveLength(1);
  });
});

describe("returning", () => {
  test("without a reason and without a note it is refused", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    expect(await sendBack(code, { reason: "  " })).toMatchObject({ status: "refused", key: "filing.refused.noReason" });
    expect((await fresh(code)).status).toBe("AGENCY_REVIEW");
  });

  test("with a reason it goes back, and its owner gets a letter with the reason", async () => {
    const { code } = await proposal(world, { status: "ENDORSED" });
    await sendBack(code, { reason: "Bukti belum ada." });

    const after = await fresh(code);
    expect([after.status, after.moves[0]?.reason]).toEqual(["RETURNED", "Bukti belum ada."]);
    const letters = await db.outboxMessage.findMany({ where: { subject: { startsWith: code } } });
    expect(letters.map(({ recipient }) => recipient)).toEqual([world.innovator.email]);
    expect(letters[0]?.body).toContain("Bukti belum ada.");
  });

  test("a note of this round is enough, a note of an earlier round is not", async () => {
    const { code, organizerId, id } = await proposal(world, { status: "AGENCY_REVIEW" });
    await keepNotes(code, { "notes.tujuan": "Sebutkan angkanya." });
    expect((await sendBack(code)).status).toBe("redirected");

    await db.submission.updateMany({ where: { id }, data: { status: "AGENCY_REVIEW" } });
    await db.statusMove.create({
      data: { organizerId, submissionId: id, from: "RETURNED", to: "AGENCY_REVIEW", movedById: world.innovator.userId, movedAt: new Date(Date.now() + 60_000) },
    });
    expect(await sendBack(code, { version: "2" })).toMatchObject({ key: "filing.refused.noReason" });
  });
});

describe("notes", () => {
  const bodies = async (code: string) => (await fresh(code)).notes.map(({ sectionKey, body }) => [sectionKey, body]);

  test("whichever button keeps them, all that is filled in is kept: beside its section, or of the whole", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    const kept = await keepNotes(code, { "notes.tujuan": "Baris satu\r\nbaris dua <b>", "notes._": "Umum.", "notes.dampak": " ", reason: "Belum selesai" });

    expect(kept).toEqual({ status: "done", message: null, details: { place: "tujuan", what: "kept" }, typed: { reason: "Belum selesai" } });
    expect(await bodies(code)).toEqual(expect.arrayContaining([["tujuan", "Baris satu\nbaris dua <b>"], [null, "Umum."]]));
    expect((await fresh(code)).notes.map(({ writtenById }) => writtenById)).toEqual([world.admin.userId, world.admin.userId]);
  });

  test.each([["endorse", "AGENCY_REVIEW"], ["unendorse", "ENDORSED"], ["returnToInnovator", "AGENCY_REVIEW"]] as const)(
    "%s keeps what was typed, and a second press says it once", async (decide, status) => {
      const { code } = await proposal(world, { status });
      const notes = { "notes.tujuan": "Sebutkan angkanya.", "notes._": "Umum." };
      const answers = [await act(decide)(code, notes), await act(decide)(code, notes)];

      expect(answers.map((answer) => answer.status)).toEqual(["redirected", "redirected"]);
      expect(await bodies(code)).toEqual(expect.arrayContaining([["tujuan", "Sebutkan angkanya."], [null, "Umum."]]));
      const after = await fresh(code);
      expect([after.notes.length, after.moves.length]).toEqual([2, 1]);
    });

  test("a note that is returned with the proposal is the authors' to read", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    await sendBack(code, { "notes.tujuan": "Sebutkan angkanya." });
    const { id, organizerId } = await fresh(code);
    expect((await notesOf({ organizerId, id })).map(({ body }) => body)).toEqual(["Sebutkan angkanya."]);
  });

  test("a decision that is refused keeps no note, and gives the words back", async () => {
    const { code, id } = await proposal(world, { status: "AGENCY_REVIEW" });
    await db.submission.updateMany({ where: { id }, data: { version: 3 } });
    const refused = await sendBack(code, { "notes.tujuan": "Sebutkan angkanya." });
    expect(refused).toMatchObject({ status: "refused", typed: { "notes.tujuan": "Sebutkan angkanya." } });
    expect(await bodies(code)).toEqual([]);
  });

  test("who returns what a colleague has just returned is told, so that other words are not lost unseen", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    askAs(world.colleague.sessionId);
    await sendBack(code, { reason: "Bukti belum ada." });
    askAs(world.admin.sessionId);
    const told = { status: "refused", key: "common.errors.changedMeanwhile" };
    expect(await sendBack(code, { reason: "Data lama." })).toMatchObject(told);
    expect(await sendBack(code, { reason: "Bukti belum ada.", "notes.tujuan": "Sebutkan angkanya." })).toMatchObject(told);
  });

  test("no note at all, and one on a section that the form does not have, are refused", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    expect(await keepNotes(code, { "notes.tujuan": " " })).toMatchObject({ status: "invalid", errors: [{ field: "notes.tujuan" }] });
    expect((await keepNotes(code, { "notes.karangan": "a" })).status).toBe("refused");
    expect((await keepNotes(code, { "notes.tujuan": "a".repeat(5_001) })).status).toBe("invalid");
    expect(await bodies(code)).toEqual([]);
  });

  test("a note is taken away while the proposal is with the agency, others typed are kept, and nothing once the authors have it", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    await keepNotes(code, { "notes.tujuan": "Satu." });
    const [first] = (await fresh(code)).notes;
    const removed = await takeAway(code, first!.id, { "notes._": "Dua." });
    expect(removed).toMatchObject({ status: "done", details: { place: "tujuan", what: "removed" } });
    await sendBack(code);

    const [second] = (await fresh(code)).notes;
    expect(await takeAway(code, second!.id)).toMatchObject({ status: "refused", key: "submission.refused.status" });
    expect((await keepNotes(code, { "notes.tujuan": "Tiga." })).status).toBe("refused");
    expect(await bodies(code)).toEqual([[null, "Dua."]]);
  });
});

describe("what is told of notes", () => {
  test("the audit trail keeps the words of a note, also of one taken away", async () => {
    const { code, id } = await proposal(world, { status: "AGENCY_REVIEW" });
    await keepNotes(code, { "notes.tujuan": "Sebutkan angkanya." });
    const [note] = (await fresh(code)).notes;
    await takeAway(code, note!.id);

    const events = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    const about = { code, note: note!.id, section: "tujuan" };
    expect(events.map(({ action, body }) => [action, JSON.parse(body).details])).toEqual([
      ["submission.writeNote", { ...about, before: null, after: "Sebutkan angkanya." }],
      ["submission.takeNoteAway", { ...about, before: "Sebutkan angkanya.", after: null }],
    ]);
  });

  test("nothing comes back with neither a reason nor a note, also when its only note is taken away at that moment", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    await keepNotes(code, { "notes.tujuan": "Sebutkan angkanya." });
    const [note] = (await fresh(code)).notes;
    await Promise.all([sendBack(code), takeAway(code, note!.id)]);

    const after = await fresh(code);
    expect([after.status, after.notes.length]).toEqual(after.notes.length > 0 ? ["RETURNED", 1] : ["AGENCY_REVIEW", 0]);
  });
});

describe("another agency's proposal", () => {
  test.each([
    ["endorse", endorse, {}], ["unendorse", unendorse, {}], ["return", sendBack, { reason: "Alasan." }],
    ["note", keepNotes, { "notes._": "Catatan." }],
  ] as const)("is not found by who wants to %s it, in the words of one that does not exist", async (...[, press, fields]) => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    for (const { sessionId } of [world.stranger, world.innovator]) {
      askAs(sessionId);
      const foreign = await press(code, fields);
      const missing = await press("INV-2021-NOSUCH", fields);
      expect(foreign).toMatchObject({ status: "refused", key: "common.errors.notFound" });
      expect({ ...foreign, typed: null }).toEqual({ ...missing, typed: null });
    }
    const after = await fresh(code);
    expect([after.status, after.notes]).toEqual(["AGENCY_REVIEW", []]);
  });
});
