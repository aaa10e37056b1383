import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotWritable } from "@/modules/submission/components/not-writable";
import { ProposalHeader } from "@/modules/submission/components/proposal-header";
import { ReceiptPanel } from "@/modules/submission/components/receipt-panel";
import { StatusTag } from "@/modules/submission/components/status-tag";
import { WithdrawForm } from "@/modules/submission/components/withdraw-form";
import { WithdrawalPanel } from "@/modules/submission/components/withdrawal-panel";
import { loadReceipt } from "@/modules/submission/loaders/writing";
import { Notice } from "@/ui/notice";
import { UserLine } from "@/ui/user-text";

type Props = { params: Promise<{ kode: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("submission.withdraw");
  return { title: `${t("title")} · ${(await params).kode}` };
}

export default async function Page({ params }: Props) {
  const { subject, now } = await loadReceipt({ code: (await params).kode });
  const t = await getTranslations("submission.withdraw");
  const { status, code, version, title, withdrawing, display } = subject;
  return (
    <>
      <ProposalHeader proposal={subject} title={t("title")} lead={<UserLine text={title} />} tag={<StatusTag status={display} />} />
      {status === "WITHDRAWN" ? <ReceiptPanel proposal={subject} now={now} /> : <NotWritable writing={withdrawing} code={code} />}
      {status === "SUBMITTED" && withdrawing.allowed && <WithdrawalPanel {...subject} side="OWNER" now={now} />}
      {status !== "WITHDRAWN" && status !== "SUBMITTED" && withdrawing.allowed && (
        <div className="flex flex-col gap-8">
          <Notice tone="warn" title={t("cannotBeUndone")}>
            <p>{t("lost")}</p>
            <p>{t("kept")}</p>
          </Notice>
          <WithdrawForm code={code} version={version} />
        </div>
      )}
    </>
  );
}
