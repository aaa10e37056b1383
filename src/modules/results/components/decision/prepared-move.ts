import { paths, withQuery } from "@/lib/paths";
import type { EditionResult } from "../../queries/edition-result";

export const MOVE_FORM = "ubah";

/** The address that opens the form for a move with everything filled in but its reason. */
export function preparedMove(
  { edition, result }: Pick<EditionResult, "edition" | "result">,
  { code, level, direction }: { code: string; level: string; direction: "IN" | "OUT" },
): string {
  return `${withQuery(paths.decisionSet(edition.slug, result.key), { kode: code, tingkat: level, arah: direction })}#${MOVE_FORM}`;
}
