import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { paths } from "@/lib/paths";
import { saveSection } from "@/modules/submission/actions/writing";
import { autosave } from "@/modules/submission/endpoints";
import { loadSection, loadSectionHistory } from "@/modules/submission/loaders/writing";
import { ask } from "../../support/ask";
import { closeRegistrationIn } from "../../support/filing-world";
import { press } from "../../support/press";
import { askAs } from "../../support/request";
import { draft, rinaADayBeforeTheClose, writingWorld, type WritingWorld } from "../../support/writing-world";

let world: WritingWorld;
let code: string;
let submissionId: string;

beforeAll(async () => {
  world = await writingWorld();
});
beforeEach(async () => {
  await rinaADayBeforeTheClose(world);
  ({ code, id: submissionId } = await draft(world));
});

const save = (body: string, version: number, { section = "ringkasan", writer = world.rina }: { section?: string; writer?: { userId: string } } = {}) =>
  ask(autosave, { writerId: writer.userId, code, section, body, version });
const send = (body: string, version: number, { writer = world.rina, ...more }: { writer?: { userId: string }; finished?: string; from?: string } = {}) =>
  press(saveSection, { writerId: writer.userId, code, section: "ringkasan", body, version: String(version), ...more });
const stored = (sectionKey = "ringkasan") => db.answer.findFirst({ where: { submissionId, sectionKey } });
const history = () => db.answerVersion.findMany({ where: { submissionId, sectionKey: "ringkasan" }, orderBy: { version: "asc" } });

describe("saving a section", () => {
  test("what the server acknowledges is stored, with the next version and its own time", async () => {
    const answer = await save("Tulisan baru.", 1);

    const now = await stored();
    expect(answer).toEqual({ status: 200, body: { version: 2, savedAt: now?.savedAt.toISOString(), deadline: { now: expect.any(String), closesAt: expect.any(String) } } });
    expect(now).toMatchObject({ body: "Tulisan baru.", version: 2, savedById: world.rina.userId });
  });

  test("the first text of an empty section starts from version 0", async () => {
    expect(await save("Tujuan kami.", 0, { section: "tujuan" })).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await stored("tujuan")).toMatchObject({ body: "Tujuan kami.", isDone: false });
  });

  test("the button saves too, marks the section as finished and leads to the next one", async () => {
    expect(await send("Selesai.", 1, { finished: "no" })).toEqual({ status: "redirected", to: paths.section(code, "tujuan") });
    expect(await stored()).toMatchObject({ body: "Selesai.", isDone: false });
    await send("Selesai.", 2, { finished: "yes" });
    expect(await stored()).toMatchObject({ body: "Selesai.", isDone: true, version: 2 });
  });

  test("whoever came from the check goes back to it", async () => {
    expect(await send("Sudah dilengkapi.", 1, { from: "periksa" })).toEqual({ status: "redirected", to: paths.checkAnswers(code) });
    expect(await send("Dari tempat lain.", 2, { from: "https://contoh.test" })).toMatchObject({ to: paths.section(code, "tujuan") });
  });

  test("the same text sent again after its answer was lost is acknowledged, not refused", async () => {
    await save("Sekali.", 1);
    expect(await save("Sekali.", 1)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await history()).toHaveLength(1);
  });

  test("emoji, right-to-left marks and markup are stored as typed", async () => {
    const text = "Layanan 👩🏽‍⚕️ \u200fخدمة\u200e <script>alert(1)</script> & \"kutipan\"";
    expect((await save(text, 1)).status).toBe(200);
    expect((await stored())?.body).toBe(text);
  });
});

describe("two people in one section", () => {
  test("the second is shown the other's text with name and time, and nothing is written", async () => {
    await save("Tulisan Rina.", 1);
    askAs(world.budi.sessionId);

    const answer = await save("Tulisan Budi.", 1, { writer: world.budi });

    const now = await stored();
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      error: "submission.refused.savedMeanwhile",
      details: { other: { body: "Tulisan Rina.", version: 2, savedBy: "Rina", isOwn: false, savedAt: now?.savedAt.toISOString() } },
    });
    expect(now).toMatchObject({ body: "Tulisan Rina.", version: 2 });
  });

  test("without a script the form comes back with both texts", async () => {
    await save("Tulisan Rina.", 1);
    askAs(world.budi.sessionId);

    expect(await send("Tulisan Budi.", 1, { writer: world.budi })).toMatchObject({
      status: "refused", key: "submission.refused.savedMeanwhile", typed: { body: "Tulisan Budi." },
      details: { other: { body: "Tulisan Rina.", savedBy: "Rina" } },
    });
  });

  test("after choosing, the second text is saved and the first stays in the history", async () => {
    await save("Tulisan Rina.", 1);
    askAs(world.budi.sessionId);
    await save("Tulisan Budi.", 1, { writer: world.budi });

    expect((await save("Gabungan.", 2, { writer: world.budi })).status).toBe(200);

    expect(await stored()).toMatchObject({ body: "Gabungan.", version: 3, savedById: world.budi.userId });
    expect((await history()).map(({ body, savedById }) => [body, savedById])).toEqual([
      ["Tulisan Rina.", world.rina.userId], ["Gabungan.", world.budi.userId],
    ]);
  });

  test("of many saves at once from the same version exactly one is stored and every other is told of it", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => save(`Tulisan ${index}.`, 1)));

    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const now = await stored();
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => (body.details as { other: { body: string } }).other.body))
      .toEqual(Array.from({ length: 5 }, () => now?.body));
    expect(now?.version).toBe(2);
  });

  test("of many first saves of an empty section exactly one is stored", async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, (_, index) => save(`Tujuan ${index}.`, 0, { section: "tujuan" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });
});

describe("the history of a section", () => {
  test("one sitting of one person is one row with the last text", async () => {
    await save("Satu.", 1);
    await save("Dua.", 2);
    await save("Tiga.", 3);
    expect((await history()).map(({ body, version }) => [body, version])).toEqual([["Tiga.", 4]]);
  });

  test("ten minutes later a new row begins, and the earlier text stays", async () => {
    await save("Pagi.", 1);
    await db.answerVersion.updateMany({ where: { submissionId }, data: { savedAt: new Date(Date.now() - 11 * 60 * 1000) } });
    await save("Siang.", 2);
    expect((await history()).map(({ body }) => body)).toEqual(["Pagi.", "Siang."]);
  });

  test("who comes back after another person begins a row of their own", async () => {
    await save("Rina satu.", 1);
    askAs(world.budi.sessionId);
    await save("Budi.", 2, { writer: world.budi });
    askAs(world.rina.sessionId);
    await save("Rina dua.", 3);
    expect((await history()).map(({ body }) => body)).toEqual(["Rina satu.", "Budi.", "Rina dua."]);
  });
});

describe("what is refused", () => {
  test("after the close nothing is saved, and the form keeps what was typed", async () => {
    await closeRegistrationIn(world.edition.id, -1_000);
    expect(await save("Terlambat.", 1)).toMatchObject({ status: 403, body: { error: "submission.refused.registrationClosed" } });
    expect(await send("Terlambat.", 1)).toMatchObject({
      status: "refused", key: "submission.refused.registrationClosed", typed: { body: "Terlambat." },
    });
    expect(await stored()).toMatchObject({ version: 1 });
  });

  test("what has been sent to the agency can no longer be written in", async () => {
    await db.submission.updateMany({ where: { code }, data: { status: "AGENCY_REVIEW" } });
    expect(await save("Masih sempat?", 1)).toMatchObject({ status: 403, body: { error: "submission.refused.isWithAgency" } });
  });

  test.each([
    ["half of a pair of surrogates", { body: "a\ud800b" }, "common.errors.unreadableCharacters"],
    ["60,001 characters", { body: "a".repeat(60_001) }, "common.errors.tooLong"],
    ["an unknown key", { body: "a", savedById: "someone" }, "common.errors.unknownField"],
    ["a version that is no number", { body: "a", version: "1; drop" }, "common.errors.invalid"],
    ["no text at all", {}, "common.errors.invalid"],
  ])("%s is refused in words", async (_, change, error) => {
    const answer = await ask(autosave, { writerId: world.rina.userId, code, section: "ringkasan", version: 1, ...change });
    expect(answer).toMatchObject({ status: 422, body: { error } });
    expect(String(answer.body.message).length).toBeGreaterThan(20);
    expect(await stored()).toMatchObject({ version: 1 });
  });

  test("200 KB pasted into a section is refused at the field, and what was typed comes back", async () => {
    const text = "kata ".repeat(40_000);
    expect(await send(text, 1)).toMatchObject({ status: "invalid", errors: [{ field: "body" }], typed: { body: text } });
  });

  test("60,000 characters are stored, of which sixty end a line", async () => {
    const text = `${"a".repeat(1_000)}\n`.repeat(60).slice(0, 60_000).padEnd(60_000, "b");
    expect((await save(text, 1)).status).toBe(200);
    expect(await send(text.replaceAll("\n", "\r\n"), 2)).toMatchObject({ status: "redirected" });
    expect((await stored())?.body).toBe(text);
    expect(await send(`${text}c`.replaceAll("\n", "\r\n"), 3)).toMatchObject({ status: "invalid" });
  });

  test("both doors store the same of what was pasted", async () => {
    const pasted = "Tenaga: 12 orang\u000bAnggaran\u0007\r\nakhir\u2028";
    expect((await save(pasted, 1)).status).toBe(200);
    expect((await stored())?.body).toBe("Tenaga: 12 orang\nAnggaran\nakhir\n");
    expect(await send(pasted, 2)).toMatchObject({ status: "redirected" });
    expect((await stored())?.body).toBe("Tenaga: 12 orang\nAnggaran\nakhir\n");
  });

  test.each([
    ["an innovator of another unit", () => world.foreigner],
    ["an admin of another agency", () => world.stranger],
  ])("%s is told that nothing is there", async (_, person) => {
    askAs(person().sessionId);
    expect(await save("Halo.", 1, { writer: person() })).toMatchObject({ status: 404, body: { error: "common.errors.notFound" } });
    expect(await send("Halo.", 1, { writer: person() })).toMatchObject({ status: "refused", key: "common.errors.notFound" });
  });

  test("the agency that files it may read but not write", async () => {
    askAs(world.admin.sessionId);
    expect(await send("Halo.", 1, { writer: world.admin })).toMatchObject({ status: "refused", key: "common.errors.notFound" });
    expect(await stored()).toMatchObject({ version: 1 });
  });

  test("words typed by one person are not stored as those of a colleague who has signed in in the same browser since", async () => {
    askAs(world.budi.sessionId);
    expect(await save("Tulisan Rina.", 1)).toMatchObject({ status: 412, body: { error: "common.errors.otherPerson" } });
    expect(await send("Tulisan Rina.", 1)).toMatchObject({ status: "refused", key: "common.errors.otherPerson", typed: { body: "Tulisan Rina." } });
    expect(await stored()).toMatchObject({ version: 1 });

    askAs(world.rina.sessionId);
    expect((await save("Tulisan Rina.", 1)).status).toBe(200);
    expect(await stored()).toMatchObject({ body: "Tulisan Rina.", savedById: world.rina.userId });
  });

  test("nobody signed in is asked to sign in, and the text stays on the page", async () => {
    askAs(null);
    expect((await save("Halo.", 1)).status).toBe(401);
    expect(await send("Halo.", 1)).toMatchObject({ status: "refused", key: "common.errors.signedOut", typed: { body: "Halo." } });
  });

  test("a section that the form does not have is not found", async () => {
    expect((await save("Halo.", 0, { section: "tidak-ada" })).status).toBe(404);
  });

  test("a version that no section can have is refused, and is no failure", async () => {
    for (const version of [-1, 1.5, 2 ** 31, 2 ** 53]) expect(await save("x", version)).toMatchObject({ status: 422 });
  });

  test("a request from another site is refused before anything is read", async () => {
    const response = await autosave(new Request("http://localhost/api/jawaban", {
      method: "POST", headers: { "content-type": "application/json", "sec-fetch-site": "cross-site" }, body: "{}",
    }));
    expect(response.status).toBe(403);
  });
});

describe("the history of a section", () => {
  test("its authors read every text with its writer, the newest first, and the section says how many there are", async () => {
    await save("Punya Rina.", 1);
    askAs(world.budi.sessionId);
    await save("Punya Budi.", 2, { writer: world.budi });

    const { texts } = (await loadSectionHistory({ code, section: "ringkasan" })).subject;
    expect(texts.map(({ savedBy, body }) => [savedBy, body])).toEqual([["Budi", "Punya Budi."], ["Rina", "Punya Rina."]]);
    expect((await loadSection({ code, section: "ringkasan" })).subject.texts).toBe(2);
  });

  test("it shows the latest fifty", async () => {
    const { organizerId, savedById } = (await stored())!;
    const key = { organizerId, submissionId, sectionKey: "ringkasan" };
    await db.answerVersion.createMany({
      data: Array.from({ length: 60 }, (_, version) => ({ ...key, version: version + 2, body: `Tulisan ${version}.`, savedById })),
    });
    const { texts } = (await loadSectionHistory({ code, section: "ringkasan" })).subject;
    expect([texts.length, texts[0]?.body]).toEqual([50, "Tulisan 59."]);
  });
});
