import { createHash } from "node:crypto";
import { openSession } from "@/lib/auth/session";
import { db } from "@/lib/db";
import type { SubmissionStatus } from "@/modules/submission/domain/lifecycle";
import { sectionsFor } from "@/modules/competition/domain/form-version";
import { rulesOfVersion } from "@/modules/competition/queries";
import { closeRegistrationIn, filingWorld, proposal, type FilingWorld } from "./filing-world";
import { askAs } from "./request";

const DAY = 24 * 60 * 60 * 1000;

export type Writer = { userId: string; name: string; sessionId: string };
export type WritingWorld = Awaited<ReturnType<typeof writingWorld>>;

/** An open edition of 2021 with two innovators of one unit and one of another agency's unit. */
export async function writingWorld() {
  const world = await filingWorld();
  return {
    ...world,
    rina: await writer("Rina", world.own.unitId),
    budi: await writer("Budi", world.own.unitId),
    foreigner: await writer("Sari", world.other.unitId),
  };
}

/** How a test of writing begins: registration closes in a day, and Rina asks. */
export async function rinaADayBeforeTheClose({ edition, rina }: WritingWorld): Promise<void> {
  await closeRegistrationIn(edition.id, DAY);
  askAs(rina.sessionId);
}

/** A title that reminds of no other; the same for the same seed. */
export const titleLikeNoOther = (seed: string) => `Lancar ${createHash("sha256").update(seed).digest("hex").slice(0, 16)}`;

/** A draft with one answer in `ringkasan`. */
export function draft(world: FilingWorld, status: SubmissionStatus = "DRAFT") {
  return proposal(world, { status });
}

/** Every section answered with so many words and marked as finished. */
export async function fillSections(submissionId: string, words = 60): Promise<void> {
  const { organizerId, rulesVersionId, groupKey } = await db.submission.findFirstOrThrow({ where: { id: submissionId } });
  const sections = sectionsFor(await rulesOfVersion(rulesVersionId), groupKey);
  const { ownerId } = await db.submission.findFirstOrThrow({ where: { id: submissionId } });
  await db.answer.deleteMany({ where: { submissionId } });
  await db.answer.createMany({
    data: sections.map(({ key }) => ({
      organizerId, submissionId, sectionKey: key, isDone: true, savedById: ownerId, body: Array.from({ length: words }, (_, index) => `kata${index}`).join(" "),
    })),
  });
}

async function writer(name: string, unitId: string): Promise<Writer> {
  const user = await db.user.create({
    data: { email: `${name.toLowerCase()}@contoh.test`, name, memberships: { create: { role: "INNOVATOR", agencyId: unitId } } },
  });
  return { userId: user.id, name, sessionId: await openSession(user.id) };
}
