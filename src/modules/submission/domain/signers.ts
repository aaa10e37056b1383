/**
 * Who signs which statement: an edition names an office for each, and one person is asked for each different office.
 *
 * Source: the statements of KIPP are signed partly by the head of the unit and partly by the head of the agency. Our defaults:
 * statements whose office reads alike have one signer, and the first office is that of the signatory of the proposal.
 */
import { type Result, ok, refuse } from "@/lib/result";
import type { LocalizedText, StatementRule } from "@/modules/competition/domain/edition-rules";

/** One office; its key is that of the first statement it signs. */
export type Signer = { key: string; office: LocalizedText };

/** Names by the key of their office. */
export type SignerNames = Readonly<Record<string, string | undefined>>;

/** In: an edition's statements. Out: the offices that sign them, each once, in the order of the statements. */
export function signersOf(statements: readonly StatementRule[]): Signer[] {
  const offices = new Map<string, Signer>();
  for (const { key, signer } of statements) if (!offices.has(signer.id)) offices.set(signer.id, { key, office: signer });
  return [...offices.values()];
}

/**
 * In: an edition's statements and who signs for each office. Out: each statement with its signer. Refuses
 * `submission.send.signersMissing` when an office has no name.
 */
export function signedStatements(statements: readonly StatementRule[], names: SignerNames): Result<{ key: string; signer: string }[]> {
  const signers = signersOf(statements);
  if (signers.some(({ key }) => !names[key])) return refuse("submission.send.signersMissing");

  const nameOf = new Map(signers.map(({ key, office }) => [office.id, names[key] ?? ""]));
  return ok(statements.map(({ key, signer }) => ({ key, signer: nameOf.get(signer.id) ?? "" })));
}

/** In: an edition's statements, the signatory, and the signers of an earlier sending by statement. Out: the names to begin with. */
export function proposedSigners(statements: readonly StatementRule[], signatory: string, earlier: SignerNames): SignerNames {
  return Object.fromEntries(signersOf(statements).map(({ key }, place) => [key, place === 0 ? signatory : earlier[key]]));
}
