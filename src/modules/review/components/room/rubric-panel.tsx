import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths } from "@/lib/paths";
import { FormTextArea } from "@/ui/forms/form-field";
import { boxOf } from "../../domain/hand-in";
import type { CriterionProblem, Marks } from "../../domain/scoring";
import { REMARK_LENGTH } from "../../schema";
import { CriterionBlock } from "./criterion-block";
import type { Room } from "./scoring-room";
import { SheetKeys } from "./sheet-keys";
import { sheetWords } from "./sheet-words";

type RubricPanelProps = { room: Room; problems: readonly (CriterionProblem & { text: string })[]; sure: Marks };

/** The sheet to fill in: every criterion in the order of the rubric, then the remark on the whole. */
export async function RubricPanel({ room, problems, sure }: RubricPanelProps) {
  const [t, locale, words] = await Promise.all([getTranslations("review.room"), getLocale(), sheetWords()]);
  const { rubric, marks, remarks, place, finishedAt } = room;
  const roomAddress = (id: string | null) => id && localised(paths.scoringRoom(id), locale);
  const problemOf = (criterion: string, isRemark: boolean) =>
    problems.find((problem) => boxOf(problem) === `${isRemark ? "remarks" : "marks"}.${criterion}`)?.text;
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-h3">{t("rubric", { rubric: rubric.name[locale] })}</h2>
      {rubric.criteria.map((criterion, index) => (
        <CriterionBlock
          key={criterion.key}
          number={index + 1}
          criterion={criterion}
          rubric={rubric}
          sections={room.text.sections}
          before={{ mark: marks[criterion.key], remark: remarks[criterion.key] ?? "", isSure: finishedAt !== null || sure[criterion.key] === marks[criterion.key] }}
          problems={{ marks: problemOf(criterion.key, false), remarks: problemOf(criterion.key, true) }}
        />
      ))}
      <div className="border-t border-line pt-4">
        <FormTextArea
          name="remark" label={t("wholeRemark")} hint={t("wholeRemarkHint")} defaultValue={room.remark} rows={3} maxLength={REMARK_LENGTH} dense
        />
      </div>
      <SheetKeys previous={roomAddress(place.previous)} next={roomAddress(place.next)} words={words.keys} />
    </div>
  );
}
