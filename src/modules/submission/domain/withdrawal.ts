/**
 * How an entry leaves the competition: before filing by the word of its owner, after that by the words of its owner and of the
 * agency that filed it.
 *
 * Source: our default. The agency takes part and signs for what it files, so that nothing of it leaves without the agency; whose
 * work it is, is asked too. Where the owner is no longer of the unit, a colleague stands in before filing and the agency alone after.
 */
import { ok, refuse, type Result } from "@/lib/result";

export type WithdrawalSide = "OWNER" | "AGENCY";

export const WITHDRAWAL_ANSWERS = ["AGREED", "DECLINED", "TAKEN_BACK"] as const;
export type WithdrawalAnswer = (typeof WITHDRAWAL_ANSWERS)[number];

/** Whose word is asked for next; null: nobody's. */
export const OTHER_SIDE: Readonly<Record<WithdrawalSide, WithdrawalSide>> = { OWNER: "AGENCY", AGENCY: "OWNER" };

/**
 * In: who asked, who answers and what. Out: ok. Whoever asked may only take it back, the other only agree or decline: refuses
 * `submission.refused.notYourAnswer`; declining without a reason `submission.withdraw.answerReason`.
 */
export function answerTo(asked: WithdrawalSide, by: WithdrawalSide, { answer, reason }: { answer: WithdrawalAnswer; reason: string }): Result<null> {
  if ((by === asked) !== (answer === "TAKEN_BACK")) return refuse("submission.refused.notYourAnswer");
  return answer === "DECLINED" && reason === "" ? refuse("submission.withdraw.answerReason") : ok(null);
}
