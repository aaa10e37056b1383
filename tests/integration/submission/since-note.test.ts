import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { review } from "@/modules/submission/actions/filing";
import { autosave } from "@/modules/submission/endpoints";
import { loadAgencyReading } from "@/modules/submission/loaders/filing";
import { loadSection, loadSubmission } from "@/modules/submission/loaders/writing";
import { ask } from "../../support/ask";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import { draft, rinaADayBeforeTheClose, writingWorld, type WritingWorld } from "../../support/writing-world";

let world: WritingWorld;
let code: string;
let id: string;
beforeAll(async () => {
  world = await writingWorld();
});
beforeEach(async () => {
  await rinaADayBeforeTheClose(world);
  ({ code, id } = await draft(world));
  await write("Antrean turun 40 persen.", "ringkasan", 1);
});

async function write(body: string, section: string, version: number) {
  askAs(world.rina.sessionId);
  expect(await ask(autosave, { writerId: world.rina.userId, code, section, body, version })).toMatchObject({ status: 200 });
}
async function sendOn() {
  const { organizerId, status } = await db.submission.findUniqueOrThrow({ where: { code } });
  const movedAt = new Date();
  await db.submission.update({ where: { code }, data: { status: "AGENCY_REVIEW", statusAt: movedAt, version: { increment: 1 } } });
  await db.statusMove.create({ data: { organizerId, submissionId: id, from: status, to: "AGENCY_REVIEW", movedById: world.rina.userId, movedAt } });
}
async function sendBack(notes: Record<string, string>) {
  askAs(world.admin.sessionId);
  const { version } = await db.submission.findUniqueOrThrow({ where: { code } });
  expect(await press(review, { code, version: String(version), reason: "", decide: "returnToInnovator", ...notes })).toMatchObject({ status: "redirected" });
}
async function readByAgency() {
  askAs(world.admin.sessionId);
  return (await loadAgencyReading({ code, query: {} })).subject;
}

describe("an agency that reads again", () => {
  test("is told of each note whether its section is another since, and sees what stood there", async () => {
    await sendOn();
    await sendBack({ "notes.ringkasan": "Sebutkan sumbernya.", "notes.tujuan": "Terlalu pendek." });
    await write("Antrean turun 48 persen (BPS).", "ringkasan", 2);
    await sendOn();

    const { since, notes } = await readByAgency();

    const of = (key: string) => since.ofNote[notes.find(({ sectionKey }) => sectionKey === key)!.id];
    expect(of("ringkasan")).toMatchObject({ sections: ["ringkasan"], changedAt: expect.any(Date) });
    expect(of("tujuan")).toMatchObject({ sections: [], changedAt: null });
    expect(since.changed).toEqual({ ringkasan: { since: expect.any(Date), isNote: true, before: "Antrean turun 40 persen." } });
  });

  test("is told the same by the pages of the author", async () => {
    await sendOn();
    await sendBack({ "notes.ringkasan": "Sebutkan sumbernya.", "notes._": "Rapikan." });
    await write("Antrean turun 48 persen (BPS).", "ringkasan", 2);
    const { since } = await readByAgency();

    askAs(world.rina.sessionId);
    const section = (await loadSection({ code, section: "ringkasan" })).subject.since;
    expect((await loadSubmission({ code })).subject.since).toEqual(since);
    expect(section.changed.ringkasan).toEqual(since.changed.ringkasan);
  });

  test("does not hear of a change where the words are the same again", async () => {
    await sendOn();
    await sendBack({ "notes.ringkasan": "Sebutkan sumbernya." });
    await write("Lain.", "ringkasan", 2);
    await write("Antrean turun 40 persen.", "ringkasan", 3);
    await sendOn();
    const { since, notes } = await readByAgency();
    expect(since.ofNote[notes[0]!.id]).toMatchObject({ sections: [], changedAt: null });
    expect(since.changed).toEqual({});
  });

  test("also sees what changed in a section without a note, and that the whole is another", async () => {
    await sendOn();
    await sendBack({ "notes._": "Perlu tujuan." });
    await write("Tujuan kami.", "tujuan", 0);
    await sendOn();
    const { since, notes } = await readByAgency();
    expect(since.ofNote[notes[0]!.id]).toMatchObject({ sections: ["tujuan"], identity: false });
    expect(since.changed).toEqual({ tujuan: { since: expect.any(Date), isNote: false, before: "" } });
  });

  test("compares a later note with the text that it was written on", async () => {
    await sendOn();
    await sendBack({ "notes.ringkasan": "Sebutkan sumbernya." });
    await write("Kedua.", "ringkasan", 2);
    await sendOn();
    await sendBack({ "notes.ringkasan": "Masih belum." });
    await write("Ketiga.", "ringkasan", 3);
    await sendOn();
    expect((await readByAgency()).since.changed.ringkasan).toMatchObject({ before: "Kedua.", isNote: true });
  });

  test("is told nothing of the notes of its first reading", async () => {
    await sendOn();
    askAs(world.admin.sessionId);
    await press(review, { code, version: "2", reason: "", at: "ringkasan", "notes.ringkasan": "Sedang dibaca." });
    expect((await readByAgency()).since).toEqual({ ofNote: {}, changed: {}, identityAt: null });
  });
});

test("a text that the agency has read is not written over by its author's next minutes", async () => {
  await sendOn();
  await sendBack({ "notes.ringkasan": "Sebutkan sumbernya." });
  await write("Antrean turun 48 persen (BPS).", "ringkasan", 2);
  const history = await db.answerVersion.findMany({ where: { submissionId: id }, orderBy: { version: "asc" }, select: { body: true } });
  expect(history.map(({ body }) => body)).toEqual(["Antrean turun 40 persen.", "Antrean turun 48 persen (BPS)."]);
});
