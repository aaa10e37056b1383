import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { publish } from "../../actions";
import type { PublishableSet, PublishingView } from "../../queries/publishing-view";

/** The act that cannot be taken back. It stands at the end, and Enter in a field never triggers it. */
export async function PublishForm({ view, publishable }: { view: PublishingView; publishable: PublishableSet }) {
  const t = await getTranslations("results.publish");
  const { edition, result } = view;
  if (publishable.checks.some(({ met }) => !met)) return <NotYet edition={edition.slug} result={result.key} />;
  return (
    <Section id="publish" title={t("form")}>
      <p className="max-w-reading">{t("lead")}</p>
      <ActionForm
        action={publish}
        hidden={{ slug: edition.slug, result: result.key, version: String(publishable.set.version) }}
        keep={{ place: `terbitkan.${edition.slug}.${result.key}`, basis: String(publishable.set.version) }}
        className="flex max-w-reading flex-col gap-6"
      >
        {/* Enter presses the first button of a form: this one, which does nothing. */}
        <button type="submit" disabled hidden aria-hidden="true" />
        <FormText name="decreeNumber" label={t("decreeNumber.label")} hint={t(`decreeNumber.${hintOf(publishable)}`, { version: publishable.last?.version ?? 0 })} autoComplete="off" />
        <FormText name="decreeDate" label={t("decreeDate.label")} hint={t("decreeDate.hint")} inputMode="numeric" width="half" autoComplete="off" />
        <FormText
          name="editionCode" data-confirms
          label={t("editionCode.label")}
          hint={t("editionCode.hint", { code: edition.code })}
          width="half"
          autoComplete="off"
          spellCheck={false}
        />
        <FormActions>
          <SubmitButton variant="destructive" pendingLabel={t("pending")}>{t("submit")}</SubmitButton>
        </FormActions>
      </ActionForm>
    </Section>
  );
}

/** What the checks found is for the composer to put right. */
async function NotYet({ edition, result }: { edition: string; result: string }) {
  const t = await getTranslations("results.publish");
  return (
    <div className="mt-8">
      <Notice tone="warn" title={t("refusedTitle")}>
        <p>{t("refusedBody")}</p>
        <p>
          <LinkButton variant="secondary" href={paths.decisionSet(edition, result)}>{t("toDecision")}</LinkButton>
        </p>
      </Notice>
    </div>
  );
}

/** What the decree is for: the first list, a provisional one that it sets, another provisional one, or one that was set and is put right. */
function hintOf({ last, set }: PublishableSet): "hint" | "hintFinal" | "hintAgain" | "hintCorrection" {
  if (!last) return "hint";
  if (last.state === "FINAL") return "hintCorrection";
  return set.reopening ? "hintAgain" : "hintFinal";
}
