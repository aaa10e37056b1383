import { getLocale, getTranslations } from "next-intl/server";
import { UserText } from "@/ui/user-text";
import { inPoints } from "../points";
import { LeftOnDevice } from "./left-on-device";
import type { Room } from "./scoring-room";
import { bareRubric } from "./sheet-words";

/** One's own marks once nothing can be changed any more. */
export async function ReadOnlySheet({ room }: { room: Room }) {
  const [t, locale] = await Promise.all([getTranslations("review.room"), getLocale()]);
  const { rubric, marks, remarks, remark, weightedSum } = room;
  const boxNames = Object.fromEntries([
    ["remark", t("wholeRemark")],
    ...rubric.criteria.flatMap(({ key, name }) => [[`marks.${key}`, name[locale]], [`remarks.${key}`, t("remark", { criterion: name[locale] })]]),
  ]);
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-h3">{t("rubric", { rubric: rubric.name[locale] })}</h2>
      <LeftOnDevice assignmentId={room.assignmentId} writerId={room.judgeId} rubric={bareRubric(rubric)} names={boxNames} marks={marks} remarks={remarks} remark={remark} />
      {weightedSum !== null && <p className="font-semibold tabular-nums">{t("finalScore", { points: inPoints(weightedSum, rubric, locale) })}</p>}
      <dl>
        {rubric.criteria.map(({ key, name, weight }) => (
          <div key={key} className="border-t border-line py-3">
            <dt className="flex flex-wrap justify-between gap-2">
              <span className="font-semibold">{name[locale]}</span>
              <span className="text-sm text-ink-muted">{t("weight", { weight })}</span>
            </dt>
            <dd className="tabular-nums">{marks[key] ?? t("noMark")}</dd>
            {remarks[key] && <dd className="text-sm"><UserText text={remarks[key]} /></dd>}
          </div>
        ))}
      </dl>
      {remark && (
        <div className="border-t border-line pt-3">
          <h3 className="text-lg">{t("wholeRemark")}</h3>
          <UserText text={remark} />
        </div>
      )}
    </div>
  );
}
