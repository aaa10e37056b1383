import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { UserText } from "@/ui/user-text";
import { WHOLE } from "../domain/agency-notes";
import { BALL_WITH } from "../domain/lifecycle";
import type { AgencyReading, ReaderNote } from "../queries/agency-reading";
import { NoteFollowUp } from "./note-follow-up";
import { NotesSaid, UnkeptWords } from "./notes-said";

type NotesProps = {
  reading: AgencyReading;
  /** Null: the proposal as a whole. */
  sectionKey: string | null;
  /** What the notes are about, in the reader's language. */
  about: string;
};

/** What the agency tells the authors about one section, beside that section. The box belongs to the one form of the page. */
export async function AgencyNotes({ reading, sectionKey, about }: NotesProps) {
  const t = await getTranslations("filing.read");
  const canWrite = BALL_WITH[reading.status] === "AGENCY";
  const notes = reading.notes.filter((note) => note.sectionKey === sectionKey);
  const place = sectionKey ?? WHOLE;
  return (
    <aside id={`catatan-${sectionKey ?? "umum"}`} aria-label={t("notesOn", { about })} className="flex scroll-mt-4 flex-col gap-3 empty:hidden">
      <NotesSaid place={place} words={{ kept: t("noteSaved"), removed: t("noteRemoved") }} />
      {notes.map((note) => (
        <Note key={note.id} note={note} reading={reading} canRemove={canWrite && note.isNew} />
      ))}
      {canWrite ? <Box place={place} about={about} /> : <UnkeptWords name={`notes.${place}`} label={t("noteUnkept", { about })} />}
    </aside>
  );
}

async function Box({ place, about }: { place: string; about: string }) {
  const t = await getTranslations("filing.read");
  return (
    <>
      <FormTextArea dense rows={3} name={`notes.${place}`} label={<span className="text-sm">{t("noteLabel", { about })}</span>} />
      <div>
        <SubmitButton name="at" value={place} variant="secondary" size="dense" pendingLabel={t("noteSaving")}>
          {t("noteSave")}
        </SubmitButton>
      </div>
    </>
  );
}

async function Note({ note, reading, canRemove }: { note: ReaderNote; reading: AgencyReading; canRemove: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("filing.read"), getLocale()]);
  return (
    <div className="border-s-4 border-line ps-3">
      <UserText text={note.body} className="text-sm" />
      <p className="mt-1 text-xs text-ink-subtle">
        {t("noteBy", { name: note.author, at: formatDateTime(note.writtenAt, { locale, zone: reading.localZone }) })}
      </p>
      <NoteFollowUp note={note} {...reading} zone={reading.localZone} />
      {canRemove && (
        <SubmitButton name="remove" value={note.id} variant="quiet" size="dense" pendingLabel={t("noteRemoving")}>
          {t("noteRemove")}
        </SubmitButton>
      )}
    </div>
  );
}
