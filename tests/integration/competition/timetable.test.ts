import { readFileSync } from "node:fs";
import { askAs } from "#tests/support/request";
import { countPublicChanges } from "#tests/support/public-changes";
import { press } from "#tests/support/press";
import { beforeAll, describe, expect, test } from "vitest";
import { openSession } from "@/lib/auth/session";
import { databaseNow, db } from "@/lib/db";
import { changeTimetable } from "@/modules/competition/actions";
import { localOf } from "@/modules/competition/domain/local-time";
import { stageHistory } from "@/modules/competition/domain/timetable-history";
import { editionBySlug } from "@/modules/competition/queries";
import { createEdition } from "@/modules/competition/repository/editions";
import { readRules } from "@/modules/competition/schema";
import { placedIn } from "../../../prisma/generate/placed";

const DAY = 24 * 60 * 60 * 1000;
const REASON = "Sistem tidak dapat dibuka selama dua hari.";

let secretary = "";
let editionId = "";

beforeAll(async () => {
  await db.agency.create({ data: { code: "K-PANRB", kind: "MINISTRY", name: "Kementerian PANRB" } });
  const read = readRules(readFileSync("prisma/rules/kipp-2021.yaml", "utf8"));
  if (!read.ok) throw new Error("The rules of 2021 do not read.");
  const rules = placedIn(read.rules, { stage: "pendaftaran", now: await databaseNow() });
  const opened = await createEdition({ rules, isDemo: false, createdById: null });
  if (!opened.ok) throw new Error(opened.refusal.key);
  editionId = opened.value.id;
  const person = await db.user.create({
    data: { email: "sekretaris@contoh.test", name: "Sekretaris", memberships: { create: { role: "SECRETARIAT", editionId } } },
  });
  secretary = await openSession(person.id);
});

const edition = async () => (await editionBySlug("kipp-2021"))!;
const stageOf = async (key: string) => (await edition()).stages.find((stage) => stage.key === key)!;

async function moveTo(key: string, closesAt: Date, changes: Record<string, string> = {}, locale: "id" | "en" = "id") {
  const { opensAt } = await stageOf(key);
  askAs(secretary, { locale });
  const local = (instant: Date) => localOf(instant, "Asia/Jakarta");
  return press(changeTimetable, {
    slug: "kipp-2021", stageKey: key, opensAt: local(opensAt), closesAt: local(closesAt), reason: REASON, ...changes,
  });
}

describe("the secretariat and the timetable", () => {
  test("an extension moves the close, keeps what it was, and leaves an event in the trail", async () => {
    const told = countPublicChanges();
    const before = await stageOf("pendaftaran");
    const wanted = new Date(before.closesAt.getTime() + 60 * 1000);
    expect(await moveTo("pendaftaran", wanted)).toEqual({ status: "redirected", to: "/kelola/kipp-2021/tahapan" });

    const after = await stageOf("pendaftaran");
    expect(after.closesAt).toEqual(wanted);
    expect(told()).toBe(1);
    expect(after.changes).toMatchObject([{ reason: REASON, closesBefore: before.closesAt }]);
    expect(await db.auditEvent.count({ where: { action: "competition.moveStage", editionId } })).toBe(1);
  });

  test("a second move keeps the first date as the original one; a moved opening is told as one", async () => {
    const before = await stageOf("pendaftaran");
    await moveTo("pendaftaran", new Date(before.closesAt.getTime() + 60 * 1000));
    const after = await stageOf("pendaftaran");
    expect(stageHistory(after).first).toEqual({ opensAt: null, closesAt: before.changes[0]!.closesBefore });
    expect(stageHistory(after).changes.map(({ closing }) => closing?.to)).toEqual([before.closesAt, after.closesAt]);

    const { opensAt, closesAt } = await stageOf("penghargaan");
    await moveTo("penghargaan", closesAt, { opensAt: localOf(new Date(opensAt.getTime() + 60 * 1000), "Asia/Jakarta") });
    expect(stageHistory(await stageOf("penghargaan"))).toMatchObject({ first: { opensAt, closesAt: null }, changes: [{ closing: null, opening: { from: opensAt } }] });
  });

  test("a close in the past is refused, with the time of the edition's own clock, and nothing changes", async () => {
    const told = countPublicChanges();
    const before = await stageOf("pendaftaran");
    const past = new Date(Date.now() - DAY);
    expect(await moveTo("pendaftaran", past)).toMatchObject({
      status: "refused", because: expect.stringMatching(/^Tulis waktu tutup yang masih akan datang\. Sekarang \d+ \p{L}+ \d{4} pukul \d\d\.\d\d WIB\.$/u),
    });
    expect(await moveTo("pendaftaran", past, {}, "en")).toMatchObject({
      status: "refused", because: expect.stringMatching(/^Write a closing time that is still to come\. It is now \d+ \p{L}+ \d{4} at \d\d:\d\d WIB\.$/u),
    });
    expect((await stageOf("pendaftaran")).closesAt).toEqual(before.closesAt);
    expect(told()).toBe(0);
  });

  test("an extension into the next stage is refused, with both stages by name", async () => {
    const [stage, next] = [await stageOf("pendaftaran"), await stageOf("administrasi")];
    const late = new Date(next.opensAt.getTime() + DAY);
    expect(await moveTo("pendaftaran", late)).toMatchObject({
      status: "refused",
      because: `Tahapan “${next.name.id}” dibuka sebelum “${stage.name.id}” ditutup. Ubah tanggalnya agar tidak bertumpuk.`,
    });
    expect(await moveTo("pendaftaran", late, {}, "en")).toMatchObject({
      status: "refused",
      because: `The stage “${next.name.en}” opens before “${stage.name.en}” closes. Change the dates so that they do not overlap.`,
    });
    expect((await stageOf("pendaftaran")).closesAt).toEqual(stage.closesAt);
  });

  test("a reason is asked for, and what was typed is kept", async () => {
    const answer = await moveTo("pendaftaran", new Date(Date.now() + DAY), { reason: "singkat" });
    expect(answer).toMatchObject({ status: "invalid", typed: { reason: "singkat" } });
    expect(answer.status === "invalid" && answer.errors.map(({ field }) => field)).toEqual(["reason"]);
  });

  test("once the selection is released, registration stands still", async () => {
    const { organizerId } = await edition();
    const { userId } = await db.membership.findFirstOrThrow({ where: { editionId } });
    await db.selectionRelease.create({ data: { organizerId, editionId, releasedById: userId, passed: 0, failed: 0 } });
    const { closesAt } = await stageOf("pendaftaran");
    expect(await moveTo("pendaftaran", new Date(closesAt.getTime() + 60 * 1000))).toMatchObject({
      status: "refused", because: "Tahapan Pendaftaran sudah menjadi dasar keputusan. Jadwalnya tidak dapat diubah lagi.",
    });
  });
});
