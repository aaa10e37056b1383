import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { Details } from "@/ui/details";
import { Added, Removed, TextChanges } from "@/ui/text-changes";
import type { ChangedSection } from "../queries/since-note";

type ChangesProps = { changed: ChangedSection | undefined; now: string; zone: string; open?: boolean };

/** A section as it was when the agency spoke last, beside what it is now, word by word; nothing where it is the same. */
export async function SectionChanges({ changed, now, zone, open }: ChangesProps) {
  if (!changed) return null;
  const [t, locale] = await Promise.all([getTranslations("submission.since"), getLocale()]);
  const at = formatDateTime(changed.since, { locale, zone });
  const words = { added: t("added"), removed: t("removed"), end: t("end") };
  return (
    <Details summary={t(changed.isNote ? "sinceNote" : "sinceBack", { at })} open={open}>
      <p className="mb-2 text-sm text-ink-muted">
        {t.rich("legend", { added: (text) => <Added>{text}</Added>, removed: (text) => <Removed>{text}</Removed> })}
      </p>
      <TextChanges before={changed.before} after={now} words={words} folded={(count) => t("folded", { words: count })} />
    </Details>
  );
}
