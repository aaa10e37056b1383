import { getTranslations } from "next-intl/server";
import { Details } from "@/ui/details";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormSelect, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { correctTie } from "../../actions";
import { REASON_LENGTH } from "../../schema";
import type { PageOf } from "./readers-page";

/** What the judge declared; a slip in it can be put right here. */
export async function Ties({ page }: { page: PageOf<"JUDGE"> }) {
  const t = await getTranslations("review.readers.ties");
  const all = await getTranslations("review.readers");
  const { edition, stage, assigning, view: { judge, ties } } = page;
  if (ties.length === 0) return null;
  const name = (tie: (typeof ties)[number]) => (tie.isProvince ? t("province", { name: tie.name }) : tie.name);
  return (
    <Section id="hubungan" title={t("title")}>
      <ul className="list-disc ps-6">{ties.map((tie) => <li key={`${tie.isProvince} ${tie.code}`}>{name(tie)}</li>)}</ul>
      {assigning.allowed && (
        <Details summary={t("correct")}>
          <p>{t("body")}</p>
          <ActionForm action={correctTie} hidden={{ slug: edition.slug, stage: stage.key, judge: judge.id }} keep={{ place: `hubungan.${edition.slug}.${stage.key}.${judge.id}`, basis: "" }} className="mt-4 flex max-w-reading flex-col gap-4">
            <FormSelect name="tie" label={t("which")} options={ties.map((tie) => ({ value: `${tie.isProvince ? "P" : "I"}:${tie.code}`, label: name(tie) }))} width="half" />
            <FormText name="reason" label={all("reason")} hint={all("reasonHint")} maxLength={REASON_LENGTH} autoComplete="off" />
            <FormActions><SubmitButton pendingLabel={all("pending")}>{t("submit")}</SubmitButton></FormActions>
          </ActionForm>
        </Details>
      )}
    </Section>
  );
}
