import { getLocale, getTranslations } from "next-intl/server";
import { Tag } from "@/ui/tag";
import type { Tone } from "@/ui/tone";
import { UserText } from "@/ui/user-text";
import type { CheckVerdict } from "../domain/outcome";
import type { SelectionReading } from "../queries/reading";
import { MachineSuggestion } from "./machine-suggestion";

const TONES: Readonly<Record<CheckVerdict, Tone>> = { MET: "ok", NOT_MET: "err", NOT_APPLICABLE: "neutral" };

/** The checklist as it was answered, beside what the machine suggests. */
export async function ChecklistAnswers({ reading: { rules, checks, suggested } }: { reading: SelectionReading }) {
  const [t, locale] = await Promise.all([getTranslations("selection.checklist"), getLocale()]);
  return (
    <ul className="border-t border-line">
      {rules.selection.checks.map(({ key, text }) => {
        const [check, suggestion] = [checks[key], suggested[key]];
        return (
          <li key={key} className="flex flex-col items-start gap-2 border-b border-line py-4">
            <p className="font-semibold">{text[locale]}</p>
            {check ? <Tag tone={TONES[check.verdict]}>{t(`verdict.${check.verdict}`)}</Tag> : <p className="text-ink-muted">{t("unanswered")}</p>}
            {check?.note && <UserText text={check.note} />}
            {check && <p className="text-sm text-ink-muted">{t("by", { name: check.checkedByName })}</p>}
            {suggestion && <MachineSuggestion suggestion={suggestion} rules={rules} />}
          </li>
        );
      })}
    </ul>
  );
}
