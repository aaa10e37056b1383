import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormText, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { reopenPublished } from "../../actions";
import { LEAST_REASON_LENGTH } from "../../domain/composition";
import type { DecisionSetRow } from "../../queries/decision";
import type { DecisionPageView } from "./decision-page";

/** What is published goes back to the composers, with the reason that everybody will read. */
export async function ReopenForm({ view, set }: { view: DecisionPageView; set: DecisionSetRow }) {
  const t = await getTranslations("results.reopen");
  const { edition, result } = view;
  const last = set.publications.at(-1);
  if (!last) return null;
  return (
    <Section id="reopen" title={t(`title.${last.state}`)}>
      <p className="max-w-reading">{t(`lead.${last.state}`, { version: last.version })}</p>
      <p><Link href={paths.result(edition.slug, result.key)}>{t("openPublic")}</Link></p>
      <ActionForm action={reopenPublished} hidden={{ slug: edition.slug, result: result.key, version: String(set.version) }} keep={{ place: `buka-lagi.${edition.slug}.${result.key}`, basis: "" }} className="flex max-w-reading flex-col gap-6">
        <FormTextArea name="reason" label={t("reason.label")} hint={t("reason.hint", { least: LEAST_REASON_LENGTH })} rows={4} />
        <FormText
          name="editionCode" data-confirms label={t("editionCode.label")} hint={t("editionCode.hint", { code: edition.code })} width="half" autoComplete="off" spellCheck={false}
        />
        <FormActions>
          <SubmitButton variant="destructive" pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
        </FormActions>
      </ActionForm>
    </Section>
  );
}
