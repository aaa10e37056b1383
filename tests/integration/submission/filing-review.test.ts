import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { paths } from "@/lib/paths";
import { endorse, returnToInnovator, takeNoteAway, unendorse, writeNote } from "@/modules/submission/actions/filing";
import { filingWorld, type FilingWorld, proposal } from "../../support/filing-world";
import { press } from "../../support/press";
import { askAs } from "../../support/request";

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});
beforeEach(() => askAs(world.admin.sessionId));

const fresh = async (code: string) => db.submission.findUniqueOrThrow({ where: { code }, include: { moves: true, notes: { orderBy: { id: "asc" } } } });
const eventsOf = (id: string) => db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" }, select: { action: true } });

describe("endorsing", () => {
  test("an admin endorses what waits for review; the move, its author and one audit event are kept", async () => {
    const { code, id } = await proposal(world, { status: "AGENCY_REVIEW" });

    expect(await press(endorse, { code, version: "1" })).toEqual({ status: "redirected", to: paths.agencySubmission(code) });

    const after = await fresh(code);
    expect([after.status, after.version]).toEqual(["ENDORSED", 2]);
    expect(after.moves.map(({ from, to, movedById }) => [from, to, movedById])).toEqual([["AGENCY_REVIEW", "ENDORSED", world.admin.userId]]);
    expect(await eventsOf(id)).toEqual([{ action: "submission.endorse" }]);
  });

  test("a second press leads to the same page and moves nothing again", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    await press(endorse, { code, version: "1" });
    expect((await press(endorse, { code, version: "1" })).status).toBe("redirected");
    expect((await fresh(code)).moves).toHaveLength(1);
  });

  test("an endorsement is taken back, and the proposal waits for review again", async () => {
    const { code } = await proposal(world);
    await press(unendorse, { code, version: "1" });
    expect((await fresh(code)).status).toBe("AGENCY_REVIEW");
  });

  test.each(["DRAFT", "RETURNED", "SUBMITTED", "WITHDRAWN"] as const)("a proposal in %s cannot be endorsed", async (status) => {
    const { code } = await proposal(world, { status });
    expect(await press(endorse, { code, version: "1" })).toMatchObject({ status: "refused", key: "submission.refused.status" });
    expect((await fresh(code)).status).toBe(status);
  });

  test("what changed since the page was opened is not endorsed unseen", async () => {
    const { code, id } = await proposal(world, { status: "AGENCY_REVIEW" });
    await db.submission.updateMany({ where: { id }, data: { version: 3 } });
    expect(await press(endorse, { code, version: "1" })).toMatchObject({ status: "refused", key: "common.errors.changedMeanwhile" });
    expect((await fresh(code)).status).toBe("AGENCY_REVIEW");
  });

  test("of two admins who decide at once one decides and the other is told, and there is one move", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    const [first, second] = await Promise.all([
      press(endorse, { code, version: "1" }), press(returnToInnovator, { code, version: "1", reason: "Bukti belum ada." }),
    ]);
    expect([first.status, second.status].sort()).toEqual(["redirected", "refused"]);
    expect((await fresh(code)).moves).toHaveLength(1);
  });
});

describe("returning", () => {
  test("without a reason and without a note it is refused", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    expect(await press(returnToInnovator, { code, version: "1", reason: "  " })).toMatchObject({ status: "refused", key: "filing.refused.noReason" });
    expect((await fresh(code)).status).toBe("AGENCY_REVIEW");
  });

  test("with a reason it goes back, and its owner gets a letter with the reason", async () => {
    const { code } = await proposal(world, { status: "ENDORSED" });
    await press(returnToInnovator, { code, version: "1", reason: "Bukti belum ada." });

    const after = await fresh(code);
    expect([after.status, after.moves[0]?.reason]).toEqual(["RETURNED", "Bukti belum ada."]);
    const letters = await db.outboxMessage.findMany({ where: { subject: { startsWith: code } } });
    expect(letters.map(({ recipient }) => recipient)).toEqual([world.innovator.email]);
    expect(letters[0]?.body).toContain("Bukti belum ada.");
  });

  test("a note of this round is enough, a note of an earlier round is not", async () => {
    const { code, organizerId, id } = await proposal(world, { status: "AGENCY_REVIEW" });
    await press(writeNote, { code, "notes.tujuan": "Sebutkan angkanya." });
    expect((await press(returnToInnovator, { code, version: "1", reason: "" })).status).toBe("redirected");

    await db.submission.updateMany({ where: { id }, data: { status: "AGENCY_REVIEW" } });
    await db.statusMove.create({
      data: { organizerId, submissionId: id, from: "RETURNED", to: "AGENCY_REVIEW", movedById: world.innovator.userId, movedAt: new Date(Date.now() + 60_000) },
    });
    expect(await press(returnToInnovator, { code, version: "2", reason: "" })).toMatchObject({ key: "filing.refused.noReason" });
  });
});

describe("notes", () => {
  test("a note is kept beside its section, one on the whole without a section, and the page returns to it", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    const answers = [
      await press(writeNote, { code, "notes.tujuan": "Baris satu\r\nbaris dua <b>" }), await press(writeNote, { code, "notes._": "Umum." }),
    ];

    const { notes } = await fresh(code);
    expect(answers).toEqual(notes.map(({ id, sectionKey }) => ({ status: "redirected", to: paths.agencyNotes(code, sectionKey, { written: id }) })));
    expect(notes.map(({ sectionKey, body, writtenById }) => [sectionKey, body, writtenById])).toEqual([
      ["tujuan", "Baris satu\nbaris dua <b>", world.admin.userId], [null, "Umum.", world.admin.userId],
    ]);
  });

  test("an empty note, two at once, and a section that the form does not have are refused", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    expect(await press(writeNote, { code, "notes.tujuan": " " })).toMatchObject({ status: "invalid", errors: [{ field: "notes.tujuan" }] });
    expect((await press(writeNote, { code, "notes.tujuan": "a", "notes._": "b" })).status).toBe("invalid");
    expect((await press(writeNote, { code, "notes.karangan": "a" })).status).toBe("refused");
    expect((await press(writeNote, { code, "notes.tujuan": "a\u0000" })).status).toBe("invalid");
    expect((await fresh(code)).notes).toEqual([]);
  });

  test("a note is taken away while the proposal is with the agency, and not once the authors have it", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    await press(writeNote, { code, "notes.tujuan": "Satu." });
    await press(writeNote, { code, "notes.tujuan": "Dua." });
    const [first, second] = (await fresh(code)).notes;
    expect((await press(takeNoteAway, { code, note: first!.id })).status).toBe("redirected");
    await press(returnToInnovator, { code, version: "1", reason: "" });

    expect(await press(takeNoteAway, { code, note: second!.id })).toMatchObject({ status: "refused", key: "submission.refused.status" });
    expect((await press(writeNote, { code, "notes.tujuan": "Tiga." })).status).toBe("refused");
    expect((await fresh(code)).notes.map(({ body }) => body)).toEqual(["Dua."]);
  });
});

describe("what is told of notes", () => {
  test("the audit trail keeps the words of a note, also of one taken away", async () => {
    const { code, id } = await proposal(world, { status: "AGENCY_REVIEW" });
    await press(writeNote, { code, "notes.tujuan": "Sebutkan angkanya." });
    const [note] = (await fresh(code)).notes;
    await press(takeNoteAway, { code, note: note!.id });

    const events = await db.auditEvent.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    const about = { code, note: note!.id, section: "tujuan" };
    expect(events.map(({ action, body }) => [action, JSON.parse(body).details])).toEqual([
      ["submission.writeNote", { ...about, before: null, after: "Sebutkan angkanya." }],
      ["submission.takeNoteAway", { ...about, before: "Sebutkan angkanya.", after: null }],
    ]);
  });

  test("nothing comes back with neither a reason nor a note, also when its only note is taken away at that moment", async () => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    await press(writeNote, { code, "notes.tujuan": "Sebutkan angkanya." });
    const [note] = (await fresh(code)).notes;
    await Promise.all([press(returnToInnovator, { code, version: "1", reason: "" }), press(takeNoteAway, { code, note: note!.id })]);

    const after = await fresh(code);
    expect([after.status, after.notes.length]).toEqual(after.notes.length > 0 ? ["RETURNED", 1] : ["AGENCY_REVIEW", 0]);
  });
});

describe("another agency's proposal", () => {
  test.each([
    ["endorse", endorse, { version: "1" }], ["unendorse", unendorse, { version: "1" }],
    ["return", returnToInnovator, { version: "1", reason: "Alasan." }], ["note", writeNote, { "notes._": "Catatan." }],
  ] as const)("is not found by who wants to %s it, in the words of one that does not exist", async (...[, action, fields]) => {
    const { code } = await proposal(world, { status: "AGENCY_REVIEW" });
    for (const { sessionId } of [world.stranger, world.innovator]) {
      askAs(sessionId);
      const foreign = await press(action, { code, ...fields });
      const missing = await press(action, { code: "INV-2021-NOSUCH", ...fields });
      expect(foreign).toMatchObject({ status: "refused", key: "common.errors.notFound" });
      expect({ ...foreign, typed: null }).toEqual({ ...missing, typed: null });
    }
    const after = await fresh(code);
    expect([after.status, after.notes]).toEqual(["AGENCY_REVIEW", []]);
  });
});
