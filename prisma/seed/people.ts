import type { Transaction } from "@/lib/db";
import { FILLER_DOMAIN } from "@/modules/accounts/domain/demonstration";
import type { Role } from "@/modules/accounts/domain/roles";
import { idOf, insertRows } from "./rows";

export type Person = { id: string; email: string; name: string; position: string };

/** A role of a person in an edition, in an agency or unit, or (with neither) in the system. */
export type Enrolment = { person: Person; role: Role; edition?: { id: string; slug: string }; agencyId?: string; grantedBy?: Person };

/** Those who run an edition; what takes two people of the secretariat takes the second. */
export type Staff = { secretariat: Person; secondSecretariat?: Person; publisher: Person; selectors: readonly [Person, Person]; appointedBy?: Person };

const FILLERS = {
  INNOVATOR: ["inovator", "Inovator"],
  AGENCY_ADMIN: ["admin", "Admin Instansi"],
  ADMIN_SELECTOR: ["verifikator", "Verifikator"],
  EVALUATOR: ["evaluator", "Evaluator"],
  PANELIST: ["juri", "Juri"],
  SECRETARIAT: ["sekretariat", "Sekretariat"],
  PUBLISHER: ["penerbit", "Penerbit"],
} as const satisfies Partial<Record<Role, readonly [string, string]>>;
export type FillerRole = keyof typeof FILLERS;

/** Somebody invented who fills the demonstration and cannot sign in. The same role and number is the same person. */
export function filler(role: FillerRole, number: number | string): Person {
  const [address, word] = FILLERS[role];
  const email = `${address}.${number}@${FILLER_DOMAIN}`;
  return { id: idOf("user", email), email, name: `${word} Peragaan ${number}`, position: `${word} (peragaan)` };
}

/** Writes people and their roles; those already there stay as they are. */
export async function enrol(tx: Transaction, enrolments: readonly Enrolment[]): Promise<void> {
  const people = new Map(enrolments.map(({ person }) => [person.id, person]));
  await insertRows(tx, "User", { rows: [...people.values()], skipKnown: true });
  await insertRows(tx, "Membership", {
    rows: enrolments.map(({ person, role, edition, agencyId = null, grantedBy }) => ({
      id: idOf("membership", person.id, role, edition?.slug ?? "", agencyId ?? ""),
      userId: person.id, role, editionId: edition?.id ?? null, agencyId, grantedById: grantedBy?.id ?? null,
    })),
    skipKnown: true,
  });
}

/** A staff of fillers, told apart by a number. */
export function staffOfFillers(number: number): Staff {
  return {
    secretariat: filler("SECRETARIAT", number),
    publisher: filler("PUBLISHER", number),
    selectors: [filler("ADMIN_SELECTOR", 2 * number - 1), filler("ADMIN_SELECTOR", 2 * number)],
  };
}
