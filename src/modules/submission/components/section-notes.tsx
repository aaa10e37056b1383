import { getTranslations } from "next-intl/server";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import type { Note, Proposal } from "../queries/proposal";
import type { SinceNotes } from "../queries/since-note";
import { NoteFollowUp } from "./note-follow-up";
import { SectionChanges } from "./section-changes";

type SectionNotesProps = Pick<Proposal, "sections" | "localZone"> & { notes: Note[]; since: SinceNotes; section: { key: string }; answer: { body: string } | null };

/** What the agency's reader wrote about this section, and what was changed in it since, as the reader will see it. */
export async function SectionNotes({ notes, since, sections, section, answer, localZone }: SectionNotesProps) {
  if (notes.length === 0) return null;
  const t = await getTranslations("submission.returned");
  return (
    <Notice tone="warn" title={t("sectionTitle")}>
      {notes.map((note) => (
        <div key={note.id}>
          <UserText text={note.body} />
          <NoteFollowUp note={note} since={since} sections={sections} zone={localZone} />
        </div>
      ))}
      <SectionChanges changed={since.changed[section.key]} now={answer?.body ?? ""} zone={localZone} />
    </Notice>
  );
}
