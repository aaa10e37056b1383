import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { sectionWeight } from "@/modules/competition/domain/criteria";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import { UserText } from "@/ui/user-text";
import { countWords } from "../domain/word-count";
import type { Proposal } from "../queries/proposal";

/** The whole proposal, section after section, as it will be read. */
export async function ProposalText({ proposal, mayChange }: { proposal: Proposal; mayChange: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("submission.check"), getLocale()]);
  const { code, sections, answers, rules } = proposal;
  return sections.map(({ key, name, maxWords }) => {
    const body = answers[key]?.body ?? "";
    const weight = sectionWeight(rules, key);
    const change = mayChange && (
      <Link href={paths.section(code, key, "periksa")}>
        {t("change")} <span className="sr-only">{name[locale]}</span>
      </Link>
    );
    return (
      <Section key={key} id={`section-${key}`} title={name[locale]} actions={change}>
        <p className="text-sm text-ink-muted">
          {weight > 0 && `${t("weight", { weight })} · `}
          {t("words", { words: countWords(body), limit: maxWords })}
        </p>
        {body.trim() === "" ? <p className="text-ink-muted">{t("empty")}</p> : <UserText text={body} className="max-w-reading" />}
      </Section>
    );
  });
}
