import { getTranslations } from "next-intl/server";
import { FormRadio, FormText } from "@/ui/forms/form-field";
import type { PastResultAnswer } from "../domain/past-result";
import type { PastInnovation } from "../queries/starting";

/** Whether the innovation reached something before: one on record here, another in words, or nothing. */
export async function PastResultFields({ innovations, answer }: { innovations: PastInnovation[]; answer?: PastResultAnswer }) {
  const t = await getTranslations("submission.start");
  const known = innovations.map(({ id, title, results }) => ({ value: id, label: title, hint: results.join(", ") }));
  return (
    <>
      <FormRadio
        name="pastResult" label={t("pastResult.label")} hint={t("pastResult.hint")} defaultValue={answer?.pastResult}
        choices={[{ value: "none", label: t("pastResult.none") }, ...known, { value: "other", label: t("pastResult.other") }]}
      />
      <FormText
        name="otherResult" label={t("otherResult.label")} hint={t("otherResult.hint")} defaultValue={answer?.otherResult}
        width="half" autoComplete="off"
      />
    </>
  );
}
