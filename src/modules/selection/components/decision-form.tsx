import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormCheckboxes, FormRadio, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { decideSelection, reopenSelection } from "../actions";
import { ownWordsIn, reasonsSuggestedBy, SELECTION_OUTCOMES, unansweredChecks } from "../domain/outcome";
import type { SelectionReading } from "../queries/reading";
import { NOTE_LENGTH } from "../schema";

type FormProps = { reading: SelectionReading };

/** Pass or fail, once every line of the checklist has its answer. */
export async function DecisionForm({ reading }: FormProps) {
  const [t, locale] = await Promise.all([getTranslations("selection.decision"), getLocale()]);
  const { code, checks, rules, decision } = reading;
  const unanswered = unansweredChecks(checks, rules.selection).length;
  if (unanswered > 0) {
    return (
      <Notice tone="warn" title={t("problem.CHECKS_UNANSWERED", { count: unanswered })}>
        <p><LinkButton variant="secondary" href={paths.selectionOf(code)}>{t("toChecklist")}</LinkButton></p>
      </Notice>
    );
  }
  const suggested = reasonsSuggestedBy(checks, rules.selection);
  const before = decidedBefore(decision);
  return (
    <ActionForm action={decideSelection} hidden={{ code }} keep={{ place: `putusan.${code}`, basis: decision?.secondAt?.toISOString() ?? "" }} className="flex max-w-reading flex-col gap-8">
      <FormRadio
        name="outcome"
        label={t("outcome")}
        defaultValue={before.outcome}
        choices={SELECTION_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`word.${outcome}`), hint: t(hintOf(outcome, rules.selection.secondReaderForFail)) }))}
      />
      <FormCheckboxes
        name="reasons[]"
        label={t("reasons")}
        hint={t("reasonsHint")}
        defaultValues={before.reasons}
        choices={rules.selection.reasons.map(({ key, text }) => ({ value: key, label: text[locale], hint: suggested.includes(key) ? t("fromChecklist") : undefined }))}
      />
      <FormTextArea name="note" rows={4} label={t("note")} hint={t("noteHint")} maxLength={NOTE_LENGTH} defaultValue={before.note} />
      <FormActions>
        <SubmitButton pendingLabel={t("deciding")}>{t("decide")}</SubmitButton>
        <Link href={paths.selectionOf(code)}>{t("backToChecklist")}</Link>
      </FormActions>
    </ActionForm>
  );
}

/** What was decided before it was reopened or sent back, so that nobody writes it twice. Only a fail leaves reasons. */
function decidedBefore(decision: SelectionReading["decision"]) {
  if (!decision) return { outcome: undefined, reasons: [], note: "" };
  const { reasonKeys: reasons, note, secondAt } = decision;
  return { outcome: reasons.length > 0 ? "FAIL" : undefined, reasons, note: secondAt ? ownWordsIn(note) : note };
}

const hintOf = (outcome: (typeof SELECTION_OUTCOMES)[number], withSecond: boolean) =>
  outcome === "PASS" ? "passHint" : withSecond ? "failHintSecond" : "failHint";

/** Takes one's own decision back while nothing has been released. */
export async function ReopenForm({ reading: { code } }: FormProps) {
  const t = await getTranslations("selection.decision");
  return (
    <ActionForm action={reopenSelection} hidden={{ code }} className="mt-8 flex flex-col items-start gap-2">
      <p className="text-ink-muted">{t("reopenHint")}</p>
      <SubmitButton variant="secondary" pendingLabel={t("reopening")}>
        {t("reopen")}
      </SubmitButton>
    </ActionForm>
  );
}
