import { db } from "@/lib/db";
import { paths } from "@/lib/paths";
import { invite } from "@/modules/accounts/repository";
import { idOf } from "./rows";
import { Refusal } from "./step";

/** Whoever set the portal up: somebody must stand as inviting the first person, and nobody can sign in as this. */
const INSTALLATION = { id: idOf("user", "installation"), email: "installation@sinovik.invalid", name: "Sinovik", position: "" };

/**
 * A portal without a super admin invites one to the address of SINOVIK_ADMIN_EMAIL and prints the link, which is kept nowhere:
 * a second run prints another. Once the role has been taken, nothing happens any more.
 */
export async function inviteFirstAdmin(): Promise<void> {
  const email = process.env.SINOVIK_ADMIN_EMAIL?.trim().toLowerCase();
  if (!email || (await db.membership.count({ where: { role: "SUPER_ADMIN", endedAt: null } })) > 0) return;
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Refusal(`SINOVIK_ADMIN_EMAIL=${email} is not an e-mail address.`);

  await db.user.upsert({ where: { id: INSTALLATION.id }, create: INSTALLATION, update: {} });
  const token = await invite({ email, role: "SUPER_ADMIN", editionId: null, agencyId: null, invitedById: INSTALLATION.id });
  const address = process.env.NEXTAUTH_URL || "http://localhost:3000";
  console.log(`Invitation of the first super admin, ${email}: ${address}${paths.invitation(token)}`);
}
