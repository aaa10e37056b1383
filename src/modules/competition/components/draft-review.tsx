import { getTranslations } from "next-intl/server";
import { Notice } from "@/ui/notice";
import type { QuotedProblem, RulesReview } from "../schema";
import { RuleLines } from "./rule-lines";

/** What the check says of the rules as they were kept. */
export async function DraftReview({ review: { problems, remarks } }: { review: RulesReview }) {
  const [t, say] = await Promise.all([getTranslations("competition"), getTranslations()]);
  const lines = (list: readonly QuotedProblem[]) =>
    list.map(({ line, path, quote, key, values }) => ({ line, path, quote, text: say(key as never, values as never) }));
  const lineLabel = t("new.line", { line: "{line}" });
  return (
    <div className="flex flex-col gap-6">
      {problems.length === 0 && <Notice tone="ok" title={t("draft.ready")} />}
      {problems.length > 0 && <RuleLines title={t("new.problems")} lines={lines(problems)} lineLabel={lineLabel} />}
      {remarks.length > 0 && <RuleLines title={t("new.remarks")} lines={lines(remarks)} lineLabel={lineLabel} />}
    </div>
  );
}
