"use client";

import { formatDecimalText } from "@/lib/format";
import type { Locale } from "@/lib/paths";
import type { RubricRule } from "@/modules/competition/domain/edition-rules";
import { fillIn } from "@/ui/fill-in";
import { useScript } from "@/ui/use-script";
import { toDecimal } from "../../domain/fraction";
import { filledCriteria, markedPart } from "../../domain/hand-in";
import { pointsOf, weightedSum, type Marks } from "../../domain/scoring";
import type { SheetWords } from "./sheet-words";
import { useKeptSwitch } from "./use-kept-switch";

type RunningTotalProps = { marks: Marks; rubric: RubricRule; locale: Locale; words: SheetWords };

/** How many criteria are marked and what they come to so far; the sum can be hidden, so that it leads nobody, and stays so on this device. */
export function RunningTotal({ marks, rubric, locale, words }: RunningTotalProps) {
  const hasScript = useScript();
  const [shown, turn] = useKeptSwitch("sinovik.total");
  const part = markedPart(marks, rubric);
  const sum = weightedSum(part.marks, part.rubric);
  const points = sum.ok ? formatDecimalText(toDecimal(pointsOf(sum.value, rubric), 2), locale) : "";
  return (
    <>
      <span className="tabular-nums max-sm:hidden">{fillIn(words.filled, { filled: filledCriteria(marks, rubric), total: rubric.criteria.length })}</span>
      {shown && <span className="font-semibold tabular-nums text-ink">{fillIn(words.total, { points, weight: part.weight })}</span>}
      {hasScript && (
        <button type="button" onClick={() => turn(!shown)} className="cursor-pointer text-primary underline underline-offset-4 print:hidden">
          {shown ? words.hideTotal : words.showTotal}
        </button>
      )}
    </>
  );
}
