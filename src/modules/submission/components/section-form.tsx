import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormRadio } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { saveSection } from "../actions/writing";
import type { SectionPage } from "../queries/proposal";
import { AnswerEditor } from "./answer-editor";
import { BackLink } from "./back-link";
import { DeadlineInView, DeadlineNotice } from "./deadline";
import type { EditorTexts } from "./editor-texts";
import { SectionGuide } from "./section-guide";

/** S4 while the proposal may be written in. */
export async function SectionForm({ page, writerId, from, now }: { page: SectionPage; writerId: string; from?: "periksa"; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations("submission.section"), getLocale()]);
  const { code, section, answer, localZone: zone, savedBy } = page;
  const savedText = answer && savedBy ? t("savedBefore", { name: savedBy, at: formatDateTime(answer.savedAt, { locale, zone }) }) : null;
  return (
    <ActionForm action={saveSection} hidden={{ code, section: section.key, writerId, ...(from && { from }) }}>
      <AnswerEditor
        answer={{ writerId, code, section: section.key, body: answer?.body ?? "", version: answer?.version ?? 0, locale }}
        zone={zone}
        question={section.question[locale]}
        guide={<SectionGuide page={page} look="folded" />}
        hint={t("hint", { guidance: section.guidance[locale], limit: section.maxWords })}
        maxWords={section.maxWords}
        savedText={savedText}
        texts={await editorTexts()}
        news={<DeadlineNotice proposal={page} now={now} reader="author" lineElsewhere />}
        deadline={<DeadlineInView proposal={page} now={now} />}
      />
      <div className="mt-8">
        <FormRadio
          name="finished" label={t("finished.label")} inline defaultValue={answer?.isDone ? "yes" : undefined}
          choices={[{ value: "yes", label: t("finished.yes") }, { value: "no", label: t("finished.no") }]}
        />
      </div>
      <FormActions>
        <SubmitButton pendingLabel={t("saving")} stretch>{t(from ? "saveAndCheck" : "save")}</SubmitButton>
        <BackLink code={code} from={from} />
      </FormActions>
    </ActionForm>
  );
}

/** The words of the editor, for the parts that run in the browser. */
export async function editorTexts(): Promise<EditorTexts> {
  const t = await getTranslations("submission");
  return t.raw("editor" as never) as EditorTexts;
}
