import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { UserLine } from "@/ui/user-text";
import { recuseFromEntry } from "../../actions";
import { REASON_LENGTH } from "../../schema";
import type { Room } from "./scoring-room";

/** Naming a conflict: says what will happen, asks why, and happens at once. */
export async function RecusalSection({ room }: { room: Room }) {
  const t = await getTranslations("review.room");
  if (!room.recusal.allowed) return null;
  return (
    <div className="max-w-reading">
      <Section id="tidak-menilai" title={t("recusalTitle")}>
        <p className="font-semibold">{room.code} <UserLine text={room.title} /></p>
        <p>{t("recusalBody")}</p>
        <ActionForm action={recuseFromEntry} hidden={{ assignmentId: room.assignmentId }} keep={{ place: `tidak-menilai.${room.assignmentId}`, basis: "" }} className="flex flex-col gap-4">
          <FormTextArea name="reason" label={t("recusalReason")} rows={3} maxLength={REASON_LENGTH} required />
          <p><SubmitButton variant="destructive" pendingLabel={t("recusalPending")}>{t("recusalSubmit")}</SubmitButton></p>
        </ActionForm>
      </Section>
    </div>
  );
}
