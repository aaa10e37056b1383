import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { takeBackAssignments } from "../../actions";
import type { AssignmentBatch } from "../../queries/board";
import type { StageBoard } from "./assignment-board";

/** The question before an act of assigning is taken back: what goes, what stays. */
export async function TakeBack({ board: { edition, stage }, batch }: { board: StageBoard; batch: AssignmentBatch }) {
  const [t, locale] = await Promise.all([getTranslations("review.board"), getLocale()]);
  const { batchId, at, made, removable } = batch;
  return (
    <Section id="tarik" title={t("undoTitle", { at: formatDateTime(at, { locale, zone: edition.zone }) })}>
      <p>{t("undoGoes", { count: removable })}</p>
      <p>{t("undoStays", { count: made - removable })}</p>
      <ActionForm action={takeBackAssignments} hidden={{ slug: edition.slug, stage: stage.key, batchId }}>
        <FormActions>
          <SubmitButton pendingLabel={t("undoing")}>{t("undoSome", { count: removable })}</SubmitButton>
          <LinkButton variant="secondary" href={paths.assignments(edition.slug, stage.key)}>{t("cancel")}</LinkButton>
        </FormActions>
      </ActionForm>
    </Section>
  );
}
