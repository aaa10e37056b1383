// tsx prisma/admin.ts <address>
// Prints a new invitation link for a super admin; any earlier link of that invitation is worth nothing afterwards.
import { db } from "@/lib/db";
import { inviteSuperAdmin } from "./seed/first-admin";
import { Refusal } from "./seed/step";

// Nothing is signed here, but the settings are checked as a whole.
process.env.NEXTAUTH_SECRET ||= "not used by this command";

try {
  await inviteSuperAdmin(process.argv[2] ?? "", { name: "The address" }).finally(() => db.$disconnect());
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
