import { getTranslations } from "next-intl/server";
import type { GivenVerdict } from "@/modules/review/queries/visit";
import { UserLine } from "@/ui/user-text";

/** What each visit said of these entries, for the plenary that decides on them. */
export async function VisitWords({ verdicts }: { verdicts: readonly GivenVerdict[] }) {
  const t = await getTranslations("results.open.VERDICT");
  return (
    <ul className="list-disc ps-6">
      {verdicts.map(({ code, judge, outcome, reason }) => (
        <li key={`${code} ${judge}`}>{code}, {t(`said.${outcome}`)} (<UserLine text={judge} />){reason && <>: <UserLine text={reason} /></>}</li>
      ))}
    </ul>
  );
}
