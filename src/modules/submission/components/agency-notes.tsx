import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { UserText } from "@/ui/user-text";
import { takeNoteAway, writeNote } from "../actions/filing";
import { BALL_WITH } from "../domain/lifecycle";
import type { AgencyReading, ReaderNote } from "../queries/agency-reading";
import { WHOLE } from "../schema/filing";

type NotesProps = {
  reading: AgencyReading;
  /** Null: the proposal as a whole. */
  sectionKey: string | null;
  /** What the notes are about, in the reader's language. */
  about: string;
};

/** What the agency tells the authors about one section, beside that section. */
export async function AgencyNotes({ reading, sectionKey, about }: NotesProps) {
  const t = await getTranslations("filing.read");
  const canWrite = BALL_WITH[reading.status] === "AGENCY";
  const notes = reading.notes.filter((note) => note.sectionKey === sectionKey);
  if (!canWrite && notes.length === 0) return null;
  const name = `notes.${sectionKey ?? WHOLE}`;
  return (
    <aside id={`catatan-${sectionKey ?? "umum"}`} aria-label={t("notesOn", { about })} className="flex scroll-mt-4 flex-col gap-3">
      {/* One form around all notes: what it says of a removed one outlives that note. Without a note it takes no room. */}
      <ActionForm action={takeNoteAway} hidden={{ code: reading.code }} className="flex flex-col gap-3 not-has-[div]:hidden">
        {notes.map((note) => (
          <Note key={note.id} note={note} reading={reading} canRemove={canWrite && note.isNew} />
        ))}
      </ActionForm>
      {canWrite && (
        <ActionForm action={writeNote} hidden={{ code: reading.code }} className="flex flex-col gap-2">
          <FormTextArea dense rows={3} name={name} label={<NoteLabel about={about} />} />
          <div>
            <SubmitButton variant="secondary" size="dense" pendingLabel={t("noteSaving")}>
              {t("noteSave")}
            </SubmitButton>
          </div>
        </ActionForm>
      )}
    </aside>
  );
}

async function NoteLabel({ about }: { about: string }) {
  const t = await getTranslations("filing.read");
  return <span className="text-sm">{t("noteLabel", { about })}</span>;
}

async function Note({ note, reading, canRemove }: { note: ReaderNote; reading: AgencyReading; canRemove: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("filing.read"), getLocale()]);
  return (
    <div className="border-s-4 border-line ps-3">
      <UserText text={note.body} className="text-sm" />
      <p className="mt-1 text-xs text-ink-subtle">
        {t("noteBy", { name: note.author, at: formatDateTime(note.writtenAt, { locale, zone: reading.zone }) })}
      </p>
      {canRemove && (
        <SubmitButton name="note" value={note.id} variant="quiet" size="dense" pendingLabel={t("noteRemoving")}>
          {t("noteRemove")}
        </SubmitButton>
      )}
    </div>
  );
}
