import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { Facts } from "@/ui/facts";
import { Section } from "@/ui/page-header";
import { UserLine, UserText } from "@/ui/user-text";
import { isUnchanged, type NamedEntry } from "../../domain/publication-changes";
import type { ComposedSet } from "../../queries/decision-view";
import type { EditionResult } from "../../queries/edition-result";

type Props = { view: Pick<EditionResult, "edition">; composed: ComposedSet };

/** What the next version would change from the one that is public, and the reason that everybody will read. */
export async function ChangesSection({ view, composed }: Props) {
  const [t, locale] = await Promise.all([getTranslations("results.publish.changes"), getLocale()]);
  const { changes, set: { reopening, publications } } = composed;
  const last = publications.at(-1);
  if (!last || !changes) return null;
  const entries = (named: readonly NamedEntry[], level: (entry: NamedEntry) => string) => (
    <ul>
      {named.map((entry) => (
        <li key={entry.code}><UserLine text={entry.title} /> <span className="text-ink-muted">({entry.code}, {level(entry)})</span></li>
      ))}
    </ul>
  );
  const at = (moment: Date) => formatDateTime(moment, { locale, zone: view.edition.zone });
  const levelBefore = new Map(changes.moved.map(({ code, before }) => [code, before[locale]]));
  return (
    <Section id="changes" title={t("title", { version: last.version })}>
      {isUnchanged(changes) && <p className="text-ink-muted">{t("same")}</p>}
      <Facts
        items={[
          ...(reopening ? [
            { term: t("reason"), detail: <UserText text={reopening.reason} /> },
            reopening.cancelled
              ? { term: t("cancelled"), detail: t("cancelledBy", { asked: reopening.cancelled.requestedBy, confirmed: reopening.cancelled.confirmedBy, at: at(reopening.cancelled.confirmedAt) }) }
              : { term: t("reopened"), detail: t("by", { name: reopening.reopenedBy, at: at(reopening.reopenedAt) }) },
          ] : []),
          ...(changes.entered.length > 0 ? [{ term: t("entered"), detail: entries(changes.entered, ({ level }) => level[locale]) }] : []),
          ...(changes.left.length > 0 ? [{ term: t("left"), detail: entries(changes.left, ({ level }) => level[locale]) }] : []),
          ...(changes.moved.length > 0 ? [{
            term: t("moved"), detail: entries(changes.moved, ({ code, level }) => t("levels", { before: levelBefore.get(code) ?? "", now: level[locale] })),
          }] : []),
        ]}
      />
    </Section>
  );
}
