import { getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import type { Verdict } from "@/lib/guard";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";

/** Why nothing can be changed now, and where to see how things stand; nothing while writing is open. */
export async function NotWritable({ writing, code }: { writing: Verdict; code: string }) {
  if (writing.allowed) return null;
  const t = await getTranslations("submission.hub");
  return (
    <Notice title={await sentence(writing.because)}>
      <p><Link href={paths.receiptOf(code)}>{t("seeReceipt")}</Link></p>
    </Notice>
  );
}
