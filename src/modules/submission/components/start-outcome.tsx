"use client";

import type { Locale } from "@/lib/paths";
import { useFormState } from "@/ui/forms/action-form";
import { RadioField } from "@/ui/forms/choice-field";
import { FocusOnArrival } from "@/ui/forms/focus-on-arrival";
import { FormActions } from "@/ui/forms/form-actions";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";

type GroupOutcome = { key: string; name: Record<Locale, string>; description: Record<Locale, string>; reasons: string[]; isForGood: boolean };

export type StartTexts = Record<
  "check" | "checkAgain" | "checking" | "create" | "creating" | "outcome" | "none" | "allowed" | "refused" | "never" | "chooseGroup" | "changed", string>;

/** What every group says to the answers, and the two buttons: to ask again, and to create in the group chosen. */
export function StartOutcome({ locale, texts }: { locale: Locale; texts: StartTexts }) {
  const state = useFormState();
  const groups = groupsOf(state);
  const allowed = groups.filter(({ reasons }) => reasons.length === 0);
  return (
    <>
      {groups.length > 0 && <Outcome groups={groups} locale={locale} texts={texts} occasion={state} />}
      {allowed.length > 0 && (
        <RadioField
          name="group" id="field-group" label={texts.chooseGroup} hint={texts.changed} defaultValue={allowed[0]?.key}
          choices={allowed.map(({ key, name, description }) => ({ value: key, label: name[locale], hint: description[locale] }))}
        />
      )}
      <FormActions>
        {allowed.length > 0 && (
          <SubmitButton name="step" value="create" pendingLabel={texts.creating} stretch>
            {texts.create}
          </SubmitButton>
        )}
        <SubmitButton name="step" value="check" pendingLabel={texts.checking} variant={allowed.length > 0 ? "secondary" : "primary"} stretch>
          {groups.length > 0 ? texts.checkAgain : texts.check}
        </SubmitButton>
      </FormActions>
    </>
  );
}

function Outcome({ groups, locale, texts, occasion }: { groups: GroupOutcome[]; locale: Locale; texts: StartTexts; occasion: unknown }) {
  const isPossible = groups.some(({ reasons }) => reasons.length === 0);
  return (
    <FocusOnArrival role="region" occasion={occasion} aria-labelledby="outcome" className="flex flex-col gap-3">
      <h2 id="outcome">{texts.outcome}</h2>
      {!isPossible && <p>{texts.none}</p>}
      {groups.map(({ key, name, reasons, isForGood }) => {
        const isAllowed = reasons.length === 0;
        const answer = isAllowed ? texts.allowed : isForGood ? texts.never : texts.refused;
        return (
          <Notice key={key} level={3} tone={isAllowed ? "ok" : "warn"} title={`${answer}: ${name[locale]}`}>
            {!isAllowed && (
              <ul className="list-disc ps-5">
                {reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
          </Notice>
        );
      })}
    </FocusOnArrival>
  );
}

function groupsOf(state: ReturnType<typeof useFormState>): GroupOutcome[] {
  const details = state.status === "done" || state.status === "refused" ? state.details : undefined;
  return (details as { groups?: GroupOutcome[] } | undefined)?.groups ?? [];
}
