import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormSelect, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { handOverReadings } from "../../actions";
import { REASON_LENGTH } from "../../schema";
import { judgeOptions } from "./judge-options";
import type { PageOf } from "./readers-page";

/** All that one judge has not read, to somebody else or to all others. */
export async function HandOverForm({ page }: { page: PageOf<"JUDGE"> }) {
  const t = await getTranslations("review.readers");
  const { edition, stage, assigning, view: { judge, judges, counts } } = page;
  const open = counts.UNREAD + counts.LAPSED;
  if (!assigning.allowed || open === 0) return null;
  const others = judges.filter(({ id, active }) => active && id !== judge.id);
  return (
    <Section id="alihkan" title={t("handOver.title", { count: open })}>
      <p className="max-w-reading">{t("handOver.body")}</p>
      <ActionForm action={handOverReadings} hidden={{ slug: edition.slug, stage: stage.key, from: judge.id }} keep={{ place: `alihkan.${edition.slug}.${stage.key}.${judge.id}`, basis: "" }} className="flex max-w-reading flex-col gap-4">
        <FormSelect name="to" label={t("handOver.to")} placeholder={t("handOver.all")} options={await judgeOptions(others)} width="half" />
        <FormText name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={REASON_LENGTH} autoComplete="off" />
        <FormActions><SubmitButton pendingLabel={t("pending")}>{t("handOver.submit", { count: open })}</SubmitButton></FormActions>
      </ActionForm>
    </Section>
  );
}
