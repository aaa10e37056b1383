import { getLocale, getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { declareReady, sendBackToDrafting } from "../../actions";
import type { ComposedSet } from "../../queries/decision-view";
import { inWords } from "../../domain/in-words";
import type { DecisionPageView } from "./decision-page";
import { ReopenForm } from "./reopen-form";

/** What can be done with the set as a whole, by its status. */
export async function NextSteps({ view, composed }: { view: DecisionPageView; composed: ComposedSet }) {
  const t = await getTranslations("results.decision");
  const { edition, result, may } = view;
  const { status, version } = composed.set;
  const hidden = { slug: edition.slug, result: result.key, version: String(version) };
  return (
    <>
      <Problems view={view} composed={composed} />
      {status === "DRAFT" && may.compose && composed.problems.length === 0 && (
        <Section id="ready" title={t("ready.title")}>
          <p className="max-w-reading">{t("ready.body")}</p>
          <ActionForm action={declareReady} hidden={hidden}>
            <FormActions>
              <SubmitButton pendingLabel={t("ready.pending")}>{t("ready.submit")}</SubmitButton>
            </FormActions>
          </ActionForm>
        </Section>
      )}
      {status === "READY" && (
        <Section id="return" title={t("return.title")}>
          <p className="max-w-reading">{t("return.body")}</p>
          <ActionForm action={sendBackToDrafting} hidden={hidden}>
            <FormActions>
              <SubmitButton variant="secondary" pendingLabel={t("return.pending")}>{t("return.submit")}</SubmitButton>
            </FormActions>
          </ActionForm>
        </Section>
      )}
      {status === "PUBLISHED" && may.compose && <ReopenForm view={view} set={composed.set} />}
      {status !== "DRAFT" && may.publish && (
        <p className="mt-8">
          <LinkButton href={paths.publish(edition.slug, result.key)}>{t("toPublishing")}</LinkButton>
        </p>
      )}
    </>
  );
}

async function Problems({ view, composed }: { view: DecisionPageView; composed: ComposedSet }) {
  const [t, locale] = await Promise.all([getTranslations("results.decision"), getLocale()]);
  const texts = await Promise.all(composed.problems.map((problem) => sentence(inWords(problem, view.edition.rules, locale))));
  if (texts.length === 0) return <div className="mt-8"><Notice tone="ok" title={t("noProblems")} /></div>;
  return (
    <div className="mt-8">
      <Notice tone="warn" title={t("problems")}>
        <ul className="list-disc ps-5">
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
