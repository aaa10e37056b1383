import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import { confirmEarlierClose, withdrawEarlierClose } from "../actions";
import { decidedUntil, workKind } from "../domain/earlier-close";
import { planRows } from "../domain/timetable-plan";
import type { AskedClose as Asked, AskedCloseWithWork, EditionPlan, EditionStage, EditionView } from "../queries";
import { PlanBox, PlanRows, PlanShown } from "./plan-shown";

type AskedProps = {
  edition: EditionView; stage: EditionStage; asked: AskedCloseWithWork;
  /** Whether the viewer asked for it, and who else could decide. */
  isOwn: boolean; others: string[];
};

/** A close that is to come earlier, with the work it would end now, for the second person. */
export async function AskedClose({ edition, stage, asked, isOwn, others }: AskedProps) {
  const [t, locale] = await Promise.all([getTranslations("competition.earlier"), getLocale()]);
  const at = (moment: Date) => formatDateTime(moment, { locale, zone: edition.zone });
  const next = asked.plan === null ? "impossible" : isOwn ? (others.length > 0 ? "waits" : "nobody") : "yours";
  return (
    <div className="mb-10 flex flex-col gap-4">
      <Notice tone="warn" title={t("asked", { name: asked.requestedByName, at: at(asked.requestedAt), close: at(asked.closesAt) })}>
        <UserText text={asked.reason} />
        <p>{t(`work.${workKind(stage.kind)}`, asked.work)}</p>
        <p>{t(next, { until: at(decidedUntil(asked.closesAt, edition.rules)), names: namesOf(others, locale) })}</p>
      </Notice>
      {asked.plan && <AskedPlan edition={edition} stage={stage} asked={asked} plan={asked.plan} isOwn={isOwn} />}
      <ActionForm action={withdrawEarlierClose} hidden={{ slug: edition.slug, request: asked.id }} fieldPrefix={`withdraw-${stage.key}`}>
        <FormActions><SubmitButton variant="secondary" pendingLabel={t("pending")}>{t(isOwn ? "withdraw" : "decline")}</SubmitButton></FormActions>
      </ActionForm>
    </div>
  );
}

/** A request that nobody decided in time, for whoever wonders what became of it. */
export async function LapsedClose({ edition, asked }: { edition: EditionView; asked: Asked }) {
  const [t, locale] = await Promise.all([getTranslations("competition.earlier"), getLocale()]);
  const at = (moment: Date) => formatDateTime(moment, { locale, zone: edition.zone });
  return <p className="mb-6 text-ink-muted">{t("lapsed", { name: asked.requestedByName, at: at(asked.requestedAt), close: at(asked.closesAt) })}</p>;
}

const namesOf = (others: string[], locale: string) => new Intl.ListFormat(locale, { type: "disjunction" }).format(others);

/** All dates that would change, as they are now; the second person agrees to these and no others. */
async function AskedPlan({ edition, stage, asked, plan, isOwn }: Omit<AskedProps, "others"> & { plan: EditionPlan }) {
  const [t, ofDates, locale] = await Promise.all([getTranslations("competition.earlier"), getTranslations("competition.timetable"), getLocale()]);
  const rows = planRows(plan, locale, (moment) => formatDateTime(moment, { locale, zone: edition.zone }));
  const heads = { before: ofDates("before"), after: ofDates("after") };
  if (isOwn) return <PlanBox title={ofDates("plan")}><PlanRows rows={rows} {...heads} /></PlanBox>;
  return (
    <ActionForm action={confirmEarlierClose} hidden={{ slug: edition.slug, request: asked.id }} fieldPrefix={`confirm-${stage.key}`} className="flex flex-col gap-4">
      <PlanShown first={{ seen: plan.name, work: null, rows }} title={ofDates("plan")} {...heads} />
      <FormActions><SubmitButton variant="destructive" pendingLabel={t("pending")}>{t("confirm", { stage: stage.name[locale] })}</SubmitButton></FormActions>
    </ActionForm>
  );
}
