import { forEachFile } from "#tests/support/each-file";
import { readFileSync } from "node:fs";
import { openSession } from "@/lib/auth/session";
import { databaseNow, db } from "@/lib/db";
import { readRules } from "@/modules/competition/schema";
import { createEdition } from "@/modules/competition/repository/editions";
import { codeFrom } from "@/modules/submission/domain/codes";
import type { SubmissionStatus } from "@/modules/submission/domain/lifecycle";

const DAY = 24 * 60 * 60 * 1000;

/** An edition of 2021 (quota 10 and 5), two agencies with their admins, and an innovator: the least that filing needs. */
export async function filingWorld() {
  await db.agency.create({ data: { code: "K-PANRB", kind: "MINISTRY", name: "Kementerian PANRB" } });
  const edition = await openEdition();
  const own = await agency("73.72", "Pemerintah Kota Parepare");
  const other = await agency("33.02", "Pemerintah Kabupaten Banyumas");
  const admin = await person("AGENCY_ADMIN", own.id);
  const colleague = await person("AGENCY_ADMIN", own.id);
  const stranger = await person("AGENCY_ADMIN", other.id);
  const innovator = await person("INNOVATOR", own.unitId);
  return { edition, own, other, admin, colleague, stranger, innovator };
}

export type FilingWorld = Awaited<ReturnType<typeof filingWorld>>;

/** The close of registration, so many milliseconds from the database's now. */
export async function closeRegistrationIn(editionId: string, milliseconds: number): Promise<Date> {
  const closesAt = new Date((await databaseNow()).getTime() + milliseconds);
  await db.stage.updateMany({
    where: { editionId, kind: "REGISTRATION" },
    data: { opensAt: new Date(closesAt.getTime() - 30 * DAY), closesAt },
  });
  return closesAt;
}

let made = 0;
forEachFile(() => void (made = 0));

/** A proposal of the agency's unit in the state asked for. */
export async function proposal(
  { edition, own, innovator }: Pick<FilingWorld, "edition" | "own" | "innovator">,
  given: { status?: SubmissionStatus; groupKey?: string; title?: string; statusAt?: Date; body?: string } = {},
) {
  const { status = "ENDORSED", groupKey = "umum", title = `Inovasi ${made}`, statusAt = new Date(), body = "Kata demi kata." } = given;
  made += 1;
  const { organizerId } = edition;
  const innovation = await db.innovation.create({ data: { code: codeFrom("INO", 2021, made), title, agencyId: own.id } });
  return db.submission.create({
    data: {
      organizerId, editionId: edition.id, rulesVersionId: edition.rulesVersionId, innovationId: innovation.id,
      code: codeFrom("INV", 2021, made), title, status, groupKey, categoryKey: "kesehatan", unitId: own.unitId, agencyId: own.id,
      ownerId: innovator.userId, implementedSince: new Date("2015-01-01"), signatory: "Kepala Dinas", videoUrl: "https://video.example/inovasi", statusAt,
      answers: { create: [{ sectionKey: "ringkasan", body, isDone: true, savedById: innovator.userId }] },
    },
  });
}

async function openEdition() {
  const reading = readRules(readFileSync("prisma/rules/kipp-2021.yaml", "utf8"));
  if (!reading.ok) throw new Error("The rules of 2021 do not read.");
  const created = await createEdition({ rules: reading.rules, isDemo: true, createdById: null });
  if (!created.ok) throw new Error(created.refusal.key);
  await closeRegistrationIn(created.value.id, DAY);
  const { organizerId, rules } = await db.edition.findUniqueOrThrow({
    where: { id: created.value.id }, select: { organizerId: true, rules: { select: { id: true } } },
  });
  return { ...created.value, organizerId, rulesVersionId: rules[0]!.id };
}

async function agency(code: string, name: string) {
  const { id } = await db.agency.create({ data: { code, kind: "CITY", name } });
  const unit = await db.agency.create({
    data: { code: `${code}/dinas-kesehatan`, kind: "AGENCY_UNIT", name: "Dinas Kesehatan", parentId: id },
  });
  return { id, code, unitId: unit.id };
}

async function person(role: "AGENCY_ADMIN" | "INNOVATOR", agencyId: string) {
  made += 1;
  const user = await db.user.create({
    data: { email: `orang-${made}@contoh.test`, name: `Orang ${made}`, memberships: { create: { role, agencyId } } },
  });
  return { userId: user.id, email: user.email, sessionId: await openSession(user.id) };
}
