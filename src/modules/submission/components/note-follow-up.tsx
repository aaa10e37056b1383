import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import type { LocalizedText } from "@/modules/competition/domain/edition-rules";
import { Tag } from "@/ui/tag";
import type { SinceNotes } from "../queries/since-note";

type FollowUpProps = {
  note: { id: string; sectionKey: string | null; answeredAt: Date | null };
  since: SinceNotes;
  sections: readonly { key: string; name: LocalizedText }[];
  zone: string;
};

/** Whether anything was changed since a note that the authors have been sent, and what they said of it. Both sides read the same. */
export async function NoteFollowUp({ note: { id, sectionKey, answeredAt }, since, sections, zone }: FollowUpProps) {
  const followUp = since.ofNote[id];
  if (!followUp) return null;
  const [t, locale] = await Promise.all([getTranslations("submission.since"), getLocale()]);
  const { changedAt, sections: changed, identity } = followUp;
  const at = changedAt ? formatDateTime(changedAt, { locale, zone }) : "";
  const names = sections.flatMap(({ key, name }) => (changed.includes(key) ? [name[locale]] : []));
  const parts = [...(identity ? [t("identity")] : []), ...names].join(", ");
  return (
    <div className="mt-1 flex flex-col items-start gap-1 text-xs">
      {changedAt
        ? <Tag tone="ok">{sectionKey === null ? t("changedIn", { at, parts }) : t("changed", { at })}</Tag>
        : <Tag tone="warn">{t("unchanged")}</Tag>}
      {answeredAt && <p className="text-ink-muted">{t("answered", { at: formatDateTime(answeredAt, { locale, zone }) })}</p>}
    </div>
  );
}
