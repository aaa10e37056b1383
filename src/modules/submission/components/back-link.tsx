import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";

/** Away from a form without saving: to where one came from. */
export async function BackLink({ code, from }: { code: string; from?: "periksa" }) {
  const t = await getTranslations("submission.section");
  return <Link href={from ? paths.checkAnswers(code) : paths.submission(code)}>{t(from ? "backToCheck" : "backToTasks")}</Link>;
}
