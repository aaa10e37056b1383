import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormSelect, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { changeEntryReader, giveRecusedBack } from "../../actions";
import { REASON_LENGTH } from "../../schema";
import { judgeOptions } from "./judge-options";
import type { PageOf } from "./readers-page";

/** One form for three acts: another reader for one, one more reader, or one less. */
export async function ChangeReaderForm({ page }: { page: PageOf<"ENTRY"> }) {
  const t = await getTranslations("review.readers");
  const { edition, stage, view: { entry, lines, free } } = page;
  const movable = lines.filter(({ state }) => state === "UNREAD" || state === "LAPSED");
  if (movable.length === 0 && free.length === 0) return null;
  return (
    <Section id="ubah" title={t("change.title")}>
      <p className="max-w-reading">{t(movable.length > 0 ? "change.body" : "change.bodyAdd")}</p>
      <ActionForm action={changeEntryReader} hidden={{ slug: edition.slug, stage: stage.key, code: entry.code }} keep={{ place: `penilai.${edition.slug}.${stage.key}.${entry.code}`, basis: "" }} className="flex max-w-reading flex-col gap-4">
        {movable.length > 0 && (
          <FormSelect name="from" label={t("change.from")} placeholder={t("change.nobody")} options={movable.map(({ judgeId, judge }) => ({ value: judgeId, label: judge }))} width="half" />
        )}
        {free.length > 0 ? (
          <FormSelect name="to" label={t("change.to")} hint={t("change.toHint")} placeholder={t("change.nobody")} options={await judgeOptions(free)} width="half" />
        ) : (
          <p>{t("change.noneFree")}</p>
        )}
        <FormText name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={REASON_LENGTH} autoComplete="off" />
        <FormActions><SubmitButton pendingLabel={t("pending")}>{t("change.submit")}</SubmitButton></FormActions>
      </ActionForm>
    </Section>
  );
}

/** Where a judge handed the entry back by mistake. */
export async function LiftForm({ page }: { page: PageOf<"ENTRY"> }) {
  const t = await getTranslations("review.readers");
  const { edition, stage, view: { entry, lines } } = page;
  const recused = lines.filter(({ state, active }) => state === "RECUSED" && active);
  if (recused.length === 0) return null;
  return (
    <Section id="cabut" title={t("lift.title")}>
      <p className="max-w-reading">{t("lift.body")}</p>
      <ActionForm action={giveRecusedBack} hidden={{ slug: edition.slug, stage: stage.key, code: entry.code }} keep={{ place: `cabut.${edition.slug}.${stage.key}.${entry.code}`, basis: "" }} className="flex max-w-reading flex-col gap-4">
        <FormSelect name="judge" label={t("judge")} options={recused.map(({ judgeId, judge }) => ({ value: judgeId, label: judge }))} width="half" />
        <FormText name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={REASON_LENGTH} autoComplete="off" />
        <FormActions><SubmitButton pendingLabel={t("pending")}>{t("lift.submit")}</SubmitButton></FormActions>
      </ActionForm>
    </Section>
  );
}
