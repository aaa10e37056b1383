import { db } from "@/lib/db";
import { paths } from "@/lib/paths";
import { invite } from "@/modules/accounts/repository";
import { idOf } from "./rows";
import { Refusal } from "./step";

/** Whoever set the portal up: somebody must stand as inviting the first person, and nobody can sign in as this. */
const INSTALLATION = { id: idOf("user", "installation"), email: "installation@sinovik.invalid", name: "Sinovik", position: "" };

/**
 * A portal without a super admin invites one to the address of SINOVIK_ADMIN_EMAIL and prints the link, which is kept nowhere.
 * While that invitation is open no other link is made: of two starts at once one prints it.
 */
export async function inviteFirstAdmin(): Promise<void> {
  const email = process.env.SINOVIK_ADMIN_EMAIL;
  if (!email?.trim() || (await db.membership.count({ where: { role: "SUPER_ADMIN", endedAt: null } })) > 0) return;
  await inviteSuperAdmin(email, { name: "SINOVIK_ADMIN_EMAIL", isFirst: true });
}

/** An operator's way back in: a new link for a super admin, in the place of any before; the trail tells that it was made here. */
export async function inviteSuperAdmin(typed: string, { name, isFirst = false }: { name: string; isFirst?: boolean }): Promise<void> {
  const email = typed.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Refusal(`${name}: ${typed} is not an e-mail address.`);

  await db.user.createMany({ data: [INSTALLATION], skipDuplicates: true });
  const by = { invitedById: INSTALLATION.id, handedOverById: INSTALLATION.id, isOnce: isFirst };
  const { token } = await invite({ email, role: "SUPER_ADMIN", editionId: null, agencyId: null, ...by });
  const address = process.env.NEXTAUTH_URL || "http://localhost:3000";
  if (token) return console.log(`Invitation of ${isFirst ? "the first" : "a"} super admin, ${email}: ${address}${paths.invitation(token)}`);
  console.log(`The first super admin, ${email}, was invited before; npm run admin -- invite ${email} makes a new link.`);
}
