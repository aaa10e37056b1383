import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
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

type ReleaseProps = { recap: SelectionRecap; edition: EditionView };

/** What must hold before the outcome is told, as the secretariat reads it. */
const CHECKS = ["REGISTRATION_OPEN", "NOTHING_FILED", "UNDECIDED", "AWAITING_SECOND", "DOES_NOT_ADD_UP"] as const satisfies ReleaseProblem["kind"][];

/** The act by which agencies learn who passed: a part of the page with its checks, never a dialog. */
export async function ReleaseSection({ recap, edition }: ReleaseProps) {
  const t = await getTranslations("selection.release");
  return (
    <Section title={t("title")} id="release">
      <p className="max-w-reading">{t("lead")}</p>
      <p><Link href={withQuery(paths.selection(), { status: "selesai" })}>{t("readDecisions")}</Link></p>
      <Checks problems={recap.problems} />
      {recap.problems.length > 0 ? <Notice tone="warn" title={t("notYet")}><p>{t("notYetBody")}</p></Notice> : <ReleaseForm edition={edition} />}
    </Section>
  );
}

/** Who told whom, when, and how many. */
export async function ReleasedNotice({ release, zone }: { release: ReleaseDetails; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("selection.release"), getLocale()]);
  const { passed, failed, releasedByName: name } = release;
  return (
    <Notice tone="ok" title={t("done", { at: formatDateTime(release.releasedAt, { locale, zone }), name })}>
      <p>{t("doneBody", { passed, failed })}</p>
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

async function ReleaseForm({ edition }: Pick<ReleaseProps, "edition">) {
  const t = await getTranslations("selection.release");
  return (
    <ActionForm action={releaseSelection} className="flex max-w-reading flex-col gap-6">
      {/* Enter presses the first button of a form: this one, which does nothing. */}
      <button type="submit" disabled hidden aria-hidden="true" />
      <FormText name="editionCode" label={t("code")} hint={t("codeHint", { code: edition.code })} width="half" autoComplete="off" spellCheck={false} />
      <FormActions>
        <SubmitButton pendingLabel={t("releasing")}>{t("release")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
