import { getLocale, getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormCheckbox, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Details } from "@/ui/details";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { freeze } from "../../actions";
import type { FreezeProblem } from "../../domain/freeze";
import type { RankingView } from "../../queries/ranking-view";
import { inWords } from "../../domain/in-words";

const CODES_SHOWN = 100;

/** The one act of this page; what blocks it stands in its place. */
export async function FreezeSection({ view, problems }: { view: RankingView; problems: readonly FreezeProblem[] }) {
  const t = await getTranslations("results.freeze");
  const blocking = problems.filter(({ severity }) => severity === "BLOCKING");
  const known = problems.filter(({ severity }) => severity === "ACKNOWLEDGE");
  return (
    <Section id="freeze" title={t("title")}>
      <p className="max-w-reading">{t("lead")}</p>
      {blocking.length > 0 && (
        <Notice tone="info" level={3} title={t("blocked")}>
          <ProblemList problems={blocking} view={view} />
        </Notice>
      )}
      {known.length > 0 && (
        <Notice tone="warn" level={3} title={t("toAcknowledge")}>
          <ProblemList problems={known} view={view} />
        </Notice>
      )}
      {blocking.length === 0 && (
        <FreezeForm view={view} hasGaps={known.length > 0} />
      )}
    </Section>
  );
}

/** It cannot be taken back, so Enter in the field never does it. */
async function FreezeForm({ view, hasGaps }: { view: RankingView; hasGaps: boolean }) {
  const t = await getTranslations("results");
  const { edition, result } = view;
  return (
    <ActionForm action={freeze} hidden={{ slug: edition.slug, result: result.key }} className="flex max-w-reading flex-col gap-6">
      {/* Enter presses the first button of a form: this one, which does nothing. */}
      <button type="submit" disabled hidden aria-hidden="true" />
      {hasGaps && <FormCheckbox name="acknowledged" value="yes" label={t("freeze.acknowledge")} />}
      <FormText
        name="editionCode" data-confirms label={t("publish.editionCode.label")} hint={t("freeze.codeHint", { code: edition.code })} width="half" autoComplete="off" spellCheck={false}
      />
      <FormActions>
        <SubmitButton variant="destructive" pendingLabel={t("freeze.pending")}>{t("freeze.submit")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

async function ProblemList({ problems, view }: { problems: readonly FreezeProblem[]; view: RankingView }) {
  const [t, locale] = await Promise.all([getTranslations("results.freeze"), getLocale()]);
  const texts = await Promise.all(problems.map((problem) => sentence(inWords(problem, view.edition.rules, locale))));
  return (
    <ul className="flex flex-col gap-2">
      {problems.map(({ key, values, codes }, place) => (
        <li key={`${key} ${values?.stage}`}>
          {texts[place]}
          {codes.length > 0 && (
            <Details summary={t("codes")}>
              <p className="text-sm">
                {codes.slice(0, CODES_SHOWN).join(", ")}{" "}
                {codes.length > CODES_SHOWN && t("moreCodes", { count: codes.length - CODES_SHOWN })}
              </p>
            </Details>
          )}
        </li>
      ))}
    </ul>
  );
}
