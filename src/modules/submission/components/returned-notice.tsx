import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { LocalizedText } from "@/modules/competition/domain/edition-rules";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import type { Note } from "../queries/proposal";
import type { SinceNotes } from "../queries/since-note";
import { NoteFollowUp } from "./note-follow-up";

export type ReturnedProps = {
  code: string;
  localZone: string;
  returned: { reason: string; movedAt: Date };
  notes: Note[];
  since: SinceNotes;
  sections: readonly { key: string; name: LocalizedText }[];
};

/** Why the agency gave the proposal back, and what it noted section by section. */
export async function ReturnedNotice({ code, localZone: zone, returned, notes, since, sections }: ReturnedProps) {
  const [t, locale] = await Promise.all([getTranslations("submission.returned"), getLocale()]);
  return (
    <Notice tone="warn" title={t("title", { at: formatDateTime(returned.movedAt, { locale, zone }) })}>
      {returned.reason && <UserText text={returned.reason} />}
      {notes.length > 0 && (
        <ul className="flex flex-col gap-3">
          {notes.map((note) => {
            const section = sections.find(({ key }) => key === note.sectionKey);
            return (
              <li key={note.id}>
                {section ? <Link href={paths.section(code, section.key)}>{section.name[locale]}</Link> : <strong>{t("whole")}</strong>}
                <UserText text={note.body} />
                <NoteFollowUp note={note} since={since} sections={sections} zone={zone} />
              </li>
            );
          })}
        </ul>
      )}
    </Notice>
  );
}
