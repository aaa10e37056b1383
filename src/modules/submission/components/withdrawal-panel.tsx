import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import { answerWithdrawal, askWithdrawal } from "../actions/withdrawing";
import type { WithdrawalSide } from "../domain/withdrawal";
import type { Withdrawal } from "../queries/withdrawal";
import { Deadline, type DeadlineOf } from "./deadline";

type PanelProps = DeadlineOf & { version: number; withdrawal: Withdrawal | null; /** Whose page it is. */ side: WithdrawalSide; ownerGone: boolean; now: Date };

/** Of a filed entry: the open request with its answers, or the form that asks; a declined one is told above it. */
export async function WithdrawalPanel({ withdrawal, ownerGone, ...page }: PanelProps) {
  const t = await getTranslations("submission.withdraw");
  if (withdrawal?.answer === null) return <OpenRequest {...page} withdrawal={withdrawal} />;
  const { code, version, side, localZone: zone, now } = page;
  return (
    <div className="flex max-w-reading flex-col gap-6">
      {withdrawal?.answer === "DECLINED" && <Declined withdrawal={withdrawal} zone={zone} />}
      <p>{t.rich(side === "OWNER" ? "askAgency" : ownerGone ? "ownerGone" : "askOwner", { at: () => <Deadline proposal={page} now={now} /> })}</p>
      <ActionForm action={askWithdrawal} hidden={{ code, version: String(version) }} keep={{ place: `batal.${code}`, basis: "" }} className="flex flex-col gap-6" fieldPrefix="withdrawal">
        <FormTextArea dense rows={3} name="reason" label={t("reason")} hint={t("reasonHint")} />
        <FormActions>
          <SubmitButton variant="destructive" pendingLabel={t("asking")}>{t(side === "AGENCY" && ownerGone ? "button" : "ask")}</SubmitButton>
        </FormActions>
      </ActionForm>
    </div>
  );
}

async function OpenRequest({ withdrawal, ...page }: Omit<PanelProps, "ownerGone" | "withdrawal"> & { withdrawal: Withdrawal }) {
  const [t, locale] = await Promise.all([getTranslations("submission.withdraw"), getLocale()]);
  const { code, version, side, localZone: zone, now } = page;
  const { id, askedBy, askedAt, reason } = withdrawal;
  const isOwn = withdrawal.side === side;
  return (
    <div className="flex max-w-reading flex-col gap-6">
      <Notice tone="warn" title={t(isOwn ? `waits.${side}` : `asked.${side}`)}>
        <p>{t("askedBy", { name: askedBy, at: formatDateTime(askedAt, { locale, zone }) })}</p>
        <UserText text={reason} />
        <p>{t.rich("untilThen", { at: () => <Deadline proposal={page} now={now} /> })}</p>
      </Notice>
      <ActionForm action={answerWithdrawal} hidden={{ code, version: String(version), request: id }} keep={{ place: `jawab-batal.${code}`, basis: id }} className="flex flex-col gap-6" fieldPrefix="withdrawal">
        {!isOwn && <FormTextArea dense rows={3} name="reason" label={t("answerLabel")} hint={t("answerHint")} />}
        <FormActions>
          {isOwn ? (
            <SubmitButton name="answer" value="TAKEN_BACK" variant="secondary" pendingLabel={t("working")}>{t("takeBack")}</SubmitButton>
          ) : (
            <>
              <SubmitButton name="answer" value="AGREED" variant="destructive" pendingLabel={t("working")}>{t("agree")}</SubmitButton>
              <SubmitButton name="answer" value="DECLINED" variant="secondary" pendingLabel={t("working")}>{t("decline")}</SubmitButton>
            </>
          )}
        </FormActions>
      </ActionForm>
    </div>
  );
}

async function Declined({ withdrawal: { answeredBy, answeredAt, answerReason }, zone }: { withdrawal: Withdrawal; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations("submission.withdraw"), getLocale()]);
  return (
    <Notice title={t("declined")}>
      <p>{t("declinedBy", { name: answeredBy ?? "", at: answeredAt ? formatDateTime(answeredAt, { locale, zone }) : "" })}</p>
      <UserText text={answerReason} />
    </Notice>
  );
}
