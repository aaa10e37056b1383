import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { hasClosed, isOpen, nextStage, stageOf } from "@/modules/competition/domain/stages";
import type { EditionView } from "@/modules/competition/queries";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { Tag } from "@/ui/tag";
import { releaseSelection } from "../actions";
import type { ReleaseProblem } from "../domain/outcome";
import type { ReleaseDetails, SelectionRecap } from "../queries/summary";

type ReleaseProps = { recap: SelectionRecap; edition: EditionView; now: Date };

/** What must hold before the outcome is told, as the secretariat reads it. */
const CHECKS = ["REGISTRATION_OPEN", "NOTHING_FILED", "UNDECIDED", "AWAITING_SECOND", "DOES_NOT_ADD_UP"] as const satisfies ReleaseProblem["kind"][];

/** The act by which agencies learn who passed: a part of the page with its checks, never a dialog. */
export async function ReleaseSection({ recap, edition, now }: ReleaseProps) {
  const t = await getTranslations("selection.release");
  const stage = stageOf(edition.stages, "ADMIN_SELECTION");
  const mustBeExtended = stage !== null && hasClosed(stage, now) && recap.problems.some(({ kind }) => kind === "UNDECIDED" || kind === "AWAITING_SECOND");
  return (
    <Section title={t("title")} id="release">
      <p className="max-w-reading">{t("lead")}</p>
      <p><Link href={withQuery(paths.selection(), { status: "selesai" })}>{t("readDecisions")}</Link></p>
      <Checks problems={recap.problems} />
      {recap.problems.length === 0 ? <ReleaseForm edition={edition} now={now} /> : (
        <Notice tone="warn" title={t("notYet")}>
          <p>{t(mustBeExtended ? "extendFirst" : "notYetBody")}</p>
          {mustBeExtended && <p><Link href={paths.organiserStages(edition.slug)}>{t("toTimetable")}</Link></p>}
        </Notice>
      )}
    </Section>
  );
}

/** Who told whom, when, and how many; for those who may move it, the way to what follows. */
export async function ReleasedNotice({ release, edition: { zone, slug }, movesTimetable }: { release: ReleaseDetails; edition: EditionView; movesTimetable: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("selection.release"), getLocale()]);
  const { passed, failed, releasedByName: name } = release;
  return (
    <Notice tone="ok" title={t("done", { at: formatDateTime(release.releasedAt, { locale, zone }), name })}>
      <p>{t("doneBody", { passed, failed })}</p>
      {movesTimetable && <p><Link href={paths.organiserStages(slug)}>{t("toTimetable")}</Link></p>}
    </Notice>
  );
}

async function Checks({ problems }: { problems: readonly ReleaseProblem[] }) {
  const t = await getTranslations("selection.release");
  return (
    <ul className="border-t border-line">
      {CHECKS.map((kind) => {
        const problem = problems.find((each) => each.kind === kind);
        return (
          <li key={kind} className="flex flex-wrap items-start justify-between gap-2 border-b border-line py-3">
            <div className="min-w-0 flex-1">
              <p>{t(`check.${kind}`)}</p>
              {problem && <p className="text-sm text-ink-muted">{t(`problem.${kind}`, { ...problem } as never)}</p>}
            </div>
            <Tag tone={problem ? "err" : "ok"}>{t(problem ? "notMet" : "met")}</Tag>
          </li>
        );
      })}
    </ul>
  );
}

/** That the release ends a stage that still runs, and what comes next. */
async function EndOfStage({ edition, now }: Pick<ReleaseProps, "edition" | "now">) {
  const [t, locale] = await Promise.all([getTranslations("selection.release"), getLocale()]);
  const [stage, next] = [stageOf(edition.stages, "ADMIN_SELECTION"), nextStage(edition.stages, now)];
  if (!stage || !isOpen(stage, now)) return null;
  const at = (moment: Date) => formatDateTime(moment, { locale, zone: edition.zone });
  return (
    <Notice title={t("endsStage", { stage: stage.name[locale], until: at(stage.closesAt) })}>
      <p>{t("endsStageBody")}{next && ` ${t("nextStage", { stage: next.name[locale], at: at(next.opensAt) })}`}</p>
    </Notice>
  );
}

async function ReleaseForm({ edition, now }: Pick<ReleaseProps, "edition" | "now">) {
  const t = await getTranslations("selection.release");
  return (
    <ActionForm action={releaseSelection} className="flex max-w-reading flex-col gap-6">
      <EndOfStage edition={edition} now={now} />
      {/* Enter presses the first button of a form: this one, which does nothing. */}
      <button type="submit" disabled hidden aria-hidden="true" />
      <FormText name="editionCode" data-confirms label={t("code")} hint={t("codeHint", { code: edition.code })} width="half" autoComplete="off" spellCheck={false} />
      <FormActions>
        <SubmitButton pendingLabel={t("releasing")}>{t("release")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
