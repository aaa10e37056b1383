import { getLocale, getTranslations } from "next-intl/server";
import type { EditionRules } from "@/modules/competition/domain/edition-rules";
import { Section } from "@/ui/page-header";

/** The questions of the form as writers will read them, one after the other. */
export async function FormPreview({ rules }: { rules: EditionRules }) {
  const [t, locale] = await Promise.all([getTranslations("public.edition.form"), getLocale()]);
  const namesOf = (keys: string[]) => rules.groups.filter(({ key }) => keys.includes(key)).map(({ name }) => name[locale]).join(", ");
  return (
    <Section id="questions" title={t("questions")}>
      <ol className="flex max-w-reading list-decimal flex-col gap-6 ps-6">
        {rules.form.sections.map(({ key, name, question, guidance, maxWords, required, groups }) => (
          <li key={key}>
            <h3>{name[locale]}</h3>
            <p className="font-semibold">{question[locale]}</p>
            <p>{guidance[locale]}</p>
            <p className="text-sm text-ink-muted">
              {t("limit", { words: maxWords })} {!required && t("optional")} {groups && t("onlyGroups", { groups: namesOf(groups) })}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
