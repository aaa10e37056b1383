import { getTranslations } from "next-intl/server";
import { Notice } from "@/ui/notice";
import { UserText } from "@/ui/user-text";
import type { Note } from "../queries/proposal";

/** What the agency's reader wrote about this section. */
export async function SectionNotes({ notes }: { notes: Note[] }) {
  if (notes.length === 0) return null;
  const t = await getTranslations("submission.returned");
  return (
    <Notice tone="warn" title={t("sectionTitle")}>
      {notes.map(({ body, writtenAt }) => (
        <UserText key={writtenAt.toISOString()} text={body} />
      ))}
    </Notice>
  );
}
