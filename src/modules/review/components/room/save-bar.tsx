import { getLocale, getTranslations } from "next-intl/server";
import { localised, paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { StickyActions } from "@/ui/forms/form-actions";
import { SubmitButton } from "@/ui/forms/submit-button";
import { UserLine } from "@/ui/user-text";
import type { Room } from "./scoring-room";
import { SheetCompanion } from "./sheet-companion";
import { bareRubric, sheetWords } from "./sheet-words";

/** The buttons, with the entry they act on named right above them. */
export async function SaveBar({ room }: { room: Room }) {
  const [t, locale, words] = await Promise.all([getTranslations("review.room"), getLocale(), sheetWords()]);
  const { assignmentId, judgeId, code, title, version, marks, remarks, remark, rubric, finishedAt, zone, progress } = room;
  const isFinished = finishedAt !== null;
  return (
    <>
      {/* Enter in a box presses the first button of a form: that must be the one that only keeps. */}
      <button type="submit" name="intent" value="stay" hidden tabIndex={-1} />
      <StickyActions
        label={t("actions")}
        status={
          <>
            <p className="truncate text-ink sm:max-w-[38rem]"><span className="font-semibold">{t("scoring", { code })}</span> <span className="max-sm:hidden"><UserLine text={title} /></span></p>
            <div className="flex flex-wrap items-baseline gap-x-4 sm:max-w-[38rem]">
              <span className="tabular-nums max-sm:hidden" title={t("placeLong", progress)}>{t("place", progress)}</span>
              <SheetCompanion
                address={localised(paths.saveMarks(), locale)} assignmentId={assignmentId} writerId={judgeId} names={Object.fromEntries(rubric.criteria.map(({ key, name }) => [key, name[locale]]))} version={version}
                marks={marks} remarks={remarks} remark={remark} rubric={bareRubric(rubric)} isFinished={isFinished} locale={locale} zone={zone} words={words}
              />
            </div>
          </>
        }
      >
        <SubmitButton size="dense" name="intent" value="next" pendingLabel={t("saving")}>{t("saveAndNext")}</SubmitButton>
        <SubmitButton size="dense" variant="secondary" name="intent" value="stay" pendingLabel={t("saving")}>
          {isFinished ? t("saveChanges") : t("save")}
        </SubmitButton>
        {!isFinished && (
          <SubmitButton size="dense" variant="quiet" name="intent" value="skip" pendingLabel={t("saving")}>{t("skip")}</SubmitButton>
        )}
        {room.recusal.allowed && <LinkButton size="dense" variant="quiet" href="#tidak-menilai">{t("recuse")}</LinkButton>}
      </StickyActions>
    </>
  );
}
