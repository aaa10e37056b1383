import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime, formatDeadline } from "@/lib/format";
import { paths } from "@/lib/paths";
import { Facts } from "@/ui/facts";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { hasMissedRegistration, OPEN_FOR_WRITING } from "../domain/lifecycle";
import type { CheckedProposal, FiledReceipt } from "../queries/proposal";

export type Outcome = CheckedProposal & { receipt: FiledReceipt | null; /** When it went to the agency last. */ sentAt: Date | null };

/** S11: first whether it has arrived, and who must do what until when. */
export async function ReceiptPanel({ proposal, now }: { proposal: Outcome; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("submission.receipt"), getLocale()]);
  const { code, status, receipt, registration, zone, localZone, agencyName, sentAt } = proposal;
  const deadline = registration ? formatDeadline(registration.closesAt, { locale, zone }) : "";
  if (status === "WITHDRAWN") {
    return (
      <Notice title={t("withdrawnTitle")}>
        <p>{t("withdrawnBody", { at: formatDateTime(proposal.statusAt, { locale, zone: localZone }) })}</p>
        {receipt && <p>{t("withdrawnAfterFiling", { number: receipt.number, at: formatDeadline(receipt.filedAt, { locale, zone }) })}</p>}
        <p><Link href={paths.checkAnswers(code)}>{t("read")}</Link></p>
      </Notice>
    );
  }
  if (status === "SUBMITTED" && receipt) return <Filed receipt={receipt} zone={zone} />;
  if (hasMissedRegistration(status, registration?.closesAt ?? null, now)) {
    return <Notice tone="err" title={t("missedTitle")}><p>{t("missedBody", { deadline })}</p></Notice>;
  }
  if (OPEN_FOR_WRITING.includes(status)) {
    return (
      <Notice tone="warn" title={t("notSentTitle")}>
        <p>{t("notSentBody", { deadline })}</p>
        <p><Link href={paths.submission(code)}>{t("goOn")}</Link></p>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={t("notYetTitle")}>
      {sentAt && <p>{t("sentAt", { at: formatDateTime(sentAt, { locale, zone: localZone }) })}</p>}
      <p>{t("notYetBody", { agency: agencyName, deadline })}</p>
      <p>{t(status === "ENDORSED" ? "endorsed" : "waiting")}</p>
    </Notice>
  );
}

async function Filed({ receipt: { number, filedAt, sha256, format, auditHead }, zone }: { receipt: FiledReceipt; zone: string }) {
  const [t, hint, locale] = await Promise.all([getTranslations("submission.receipt"), getTranslations("filing.receipt.hashHint"), getLocale()]);
  return (
    <Notice tone="ok" title={t("filedTitle")}>
      <Facts
        items={[
          { term: t("number"), detail: <strong className="tracking-[0.04em]">{number}</strong> },
          { term: t("filedAt"), detail: formatDeadline(filedAt, { locale, zone }) },
          { term: t("hash"), detail: <span className="break-all text-sm">{sha256}</span> },
          ...(auditHead ? [{ term: t("auditHead"), detail: <span className="break-all text-sm">{auditHead}</span> }] : []),
        ]}
      />
      <p className="text-sm">{hint(`${format}`)} {auditHead && t("auditHint")}</p>
    </Notice>
  );
}
