import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormCheckboxes, FormText } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { UserText } from "@/ui/user-text";
import { statementsFor } from "@/modules/competition/domain/form-version";
import { sendToAgency } from "../actions/writing";
import { type Return, returnToAnswer } from "../domain/returned";
import { partsOf } from "../domain/sending";
import { proposedSigners, signersOf, type SignerNames } from "../domain/signers";
import type { CheckedProposal, Note } from "../queries/proposal";
import { problemTexts } from "./problem-list";
import { SeenParts } from "./seen-parts";

/** S10: statements with who signs them, remarks ticked one by one, and the button that says what it does. */
export async function SendForm({ proposal }: { proposal: CheckedProposal & { signedBefore: SignerNames; openNotes: Note[]; returned: Return | null } }) {
  const [t, locale] = await Promise.all([getTranslations("submission.send"), getLocale()]);
  const { code, version, rules, completeness, openNotes, sections, answers, localZone } = proposal;
  const names = Object.fromEntries(sections.map(({ key, name }) => [key, name[locale]]));
  const returned = returnToAnswer(proposal, proposal.returned);
  const toAnswer = [
    ...(returned ? [{ value: returned.id, label: t("returnAnswered", { at: formatDateTime(returned.movedAt, { locale, zone: localZone }) }), hint: <UserText text={returned.reason} /> }] : []),
    ...openNotes.map(({ id, sectionKey, body }) => ({
      value: id, label: t("noteAnswered", { section: sectionKey === null ? t("noteWhole") : (names[sectionKey] ?? sectionKey) }), hint: <UserText text={body} />,
    })),
  ];
  const remarks = await problemTexts(completeness.shouldLook, proposal);
  const statements = statementsFor(rules, proposal.groupKey).map(({ key, text, signer }) => ({
    value: key, label: text[locale], hint: t("signer", { signer: signer[locale] }),
  }));
  return (
    <ActionForm action={sendToAgency} hidden={{ code }} className="flex max-w-reading flex-col gap-8">
      <SeenParts
        code={code} version={version} parts={partsOf(sections, answers)} names={names} locale={locale} zone={localZone}
        words={{ title: t("changedTitle"), identity: t("changedIdentity"), saved: t.raw("changedBy") as string, look: t("changedLook") }}
      />
      {toAnswer.length > 0 && (
        <FormCheckboxes name="answered[]" label={t(openNotes.length > 0 ? "notes" : "returnReason")} hint={t(openNotes.length > 0 ? "notesHint" : "returnHint")} choices={toAnswer} />
      )}
      {statements.length > 0 && (
        <FormCheckboxes name="statements[]" label={t("statements")} hint={t("statementsHint")} choices={statements} />
      )}
      <SignerFields proposal={proposal} />
      {remarks.length > 0 && (
        <FormCheckboxes
          name="acknowledged[]" label={t("remarks")} hint={t("remarksHint")}
          choices={remarks.map(({ id, text }) => ({ value: id, label: text }))}
        />
      )}
      <FormActions>
        <SubmitButton pendingLabel={t("sending")} stretch>{t("button")}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}

/** One name for each office that signs. */
async function SignerFields({ proposal: { rules, groupKey, signatory, signedBefore } }: Parameters<typeof SendForm>[0]) {
  const [t, locale] = await Promise.all([getTranslations("submission.send"), getLocale()]);
  const statements = statementsFor(rules, groupKey);
  const names = proposedSigners(statements, signatory, signedBefore);
  return signersOf(statements).map(({ key, office }) => (
    <FormText
      key={key} name={`signers.${key}`} label={t("signer", { signer: office[locale] })} hint={t("signerHint")}
      defaultValue={names[key]} autoComplete="off" dir="auto"
    />
  ));
}
