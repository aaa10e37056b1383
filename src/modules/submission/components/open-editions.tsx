import { getLocale, getTranslations } from "next-intl/server";
import { formatDeadline } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { Card } from "@/ui/card";
import { Timestamp } from "@/ui/timestamp";
import type { OpenEdition } from "../queries/starting";
import { CloseMoved } from "./close-moved";

/** One way to start per edition that takes proposals now. */
export async function OpenEditions({ editions }: { editions: OpenEdition[] }) {
  const [t, locale] = await Promise.all([getTranslations("submission.list"), getLocale()]);
  return (
    <ul className="flex flex-col gap-4">
      {editions.map(({ slug, name, zone, rules, registration: { closesAt, moved } }) => (
        <li key={slug}>
          <Card
            title={name[locale]}
            meta={<>{t("closes")} <Timestamp at={closesAt}>{formatDeadline(closesAt, { locale, zone })}</Timestamp><CloseMoved moved={moved} zone={zone} /></>}
            footer={
              <LinkButton variant="secondary" href={withQuery(paths.startSubmission(), { edisi: slug })}>
                {t("start", { edition: name[locale] })}
              </LinkButton>
            }
          >
            {rules.edition.theme && <p>{rules.edition.theme[locale]}</p>}
          </Card>
        </li>
      ))}
    </ul>
  );
}
