import { getTranslations } from "next-intl/server";
import { Section } from "@/ui/page-header";
import { UserLine } from "@/ui/user-text";
import { recuseFromEntry } from "../../actions";
import { RecusalForm } from "./recusal-form";
import type { Room } from "./scoring-room";

/** Naming a conflict: says what will happen, and asks why. */
export async function RecusalSection({ room }: { room: Room }) {
  const t = await getTranslations("review.room");
  if (!room.recusal.allowed) return null;
  return (
    <div className="max-w-reading">
      <Section id="tidak-menilai" title={t("recusalTitle")}>
        <p className="font-semibold">{room.code} <UserLine text={room.title} /></p>
        <p>{t("recusalBody")}</p>
        <RecusalForm action={recuseFromEntry} assignmentId={room.assignmentId} contact={room.contact} />
      </Section>
    </div>
  );
}
