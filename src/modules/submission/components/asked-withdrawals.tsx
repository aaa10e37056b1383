import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { UserLine } from "@/ui/user-text";
import type { OpenWithdrawal } from "../queries/withdrawal";

/** Owners who ask the agency to let a filed entry go: the agency answers, before registration closes. */
export async function AskedWithdrawals({ asked }: { asked: OpenWithdrawal[] }) {
  const t = await getTranslations("filing.desk");
  return (
    <Notice tone="warn" title={t("withdrawals", { count: asked.length })}>
      <ul className="list-disc ps-5">
        {asked.map(({ code, title, askedBy }) => (
          <li key={code}><Link href={`${paths.agencySubmission(code)}#pembatalan`}><UserLine text={title || code} /></Link>, {t("withdrawalBy", { name: askedBy })}</li>
        ))}
      </ul>
    </Notice>
  );
}
