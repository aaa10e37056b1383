import { forEachFile } from "#tests/support/each-file";
import { vi } from "vitest";
import { db } from "@/lib/db";
import { accept, handOverInvitations, invitePerson } from "@/modules/accounts/actions";
import type { InvitationMade, LinksMade } from "@/modules/accounts/domain/invitations";
import type { Role } from "@/modules/accounts/domain/roles";
import { press } from "../press";
import { askAs, keptSession } from "../request";
import { told, type Visitor } from "./at-doors";

const LINK = /\/undangan\/([\w-]+)/;

type Place = { editionSlug?: string; agencyCode?: string };

/** The first person of an empty portal: the invitation is printed where the portal is started. */
export async function firstSuperAdmin(): Promise<Visitor> {
  const { inviteFirstAdmin } = await import("../../../prisma/seed/first-admin");
  const email = "kepala@teluk.test";
  vi.stubEnv("SINOVIK_ADMIN_EMAIL", email);
  const printed = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await inviteFirstAdmin();
  const line = String(printed.mock.calls.flat().at(-1));
  printed.mockRestore();
  vi.unstubAllEnvs();
  keeper = await accepted(email, line);
  return keeper;
}

/** Somebody with a right to invite hands out a role, and the super admin the link, by which alone the invited person takes it. */
export async function invited(by: Visitor, role: Role, place: Place = {}): Promise<Visitor> {
  const email = `${role.toLowerCase().replaceAll("_", "-")}-${(people += 1)}@teluk.test`;
  const answer = await told(by, invitePerson, { email, role, ...place });
  if (answer.status !== "done") throw new Error(`${by.name} may not invite ${role}: ${JSON.stringify(answer)}`);
  return accepted(email, answer.details ? (answer.details as InvitationMade).link : await handedOver(email));
}

/** Whoever invites is not shown the link: the first person of the portal makes one and hands it over. */
async function handedOver(email: string): Promise<string> {
  if (!keeper) throw new Error("Nobody keeps the portal yet.");
  const { id } = await db.invitation.findFirstOrThrow({ where: { email, acceptedAt: null } });
  const answer = await told(keeper, handOverInvitations, { "invitationIds[]": id });
  if (answer.status !== "done") throw new Error(`${keeper.name} could not hand over: ${JSON.stringify(answer)}`);
  return (answer.details as LinksMade).text;
}

let keeper: Visitor | null = null;

/** So many people of one role, invited one after the other. */
export async function invitedAll(by: Visitor, role: Role, { count, ...place }: Place & { count: number }): Promise<Visitor[]> {
  const all: Visitor[] = [];
  while (all.length < count) all.push(await invited(by, role, place));
  return all;
}

let people = 0;
forEachFile(() => void (people = 0));

async function accepted(email: string, message: string): Promise<Visitor> {
  const token = LINK.exec(message)?.[1];
  if (!token) throw new Error(`No link of an invitation in: ${message}`);
  const name = `Warga ${email.split("@")[0]}`;
  askAs(null);
  const answer = await press(accept, { token, name, position: "Petugas", password: "kata sandi yang panjang" });
  const sessionId = keptSession();
  if (answer.status !== "redirected" || !sessionId) throw new Error(`${email} could not accept: ${JSON.stringify(answer)}`);
  return { name, email, sessionId };
}
