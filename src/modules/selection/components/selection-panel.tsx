import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { takeProposal } from "../actions";
import type { SelectionView } from "../queries/reading";
import { ChecklistAnswers } from "./checklist-answers";
import { ChecklistForm, GiveBackForm } from "./checklist-form";
import { HolderNotice, SentBackNotice } from "./decision-facts";

/** The right side of V2: the checklist to fill in for its holder, or how it stands for everybody else. */
export async function SelectionPanel({ view, saved }: { view: SelectionView; saved: boolean }) {
  const t = await getTranslations("selection.panel");
  const mayFill = view.state === "MINE" && view.rights.decide.allowed;
  return (
    <div className="flex flex-col gap-4">
      <h2 className="text-h3">{t("title")}</h2>
      {saved && mayFill && <Notice tone="ok" role="status" title={t("saved")} />}
      {mayFill ? (
        <>
          <SentBackNotice reading={view} />
          <ChecklistForm reading={view} />
          <GiveBackForm code={view.code} />
        </>
      ) : (
        <>
          <HolderNotice view={view} />
          <Take view={view} />
          <ChecklistAnswers reading={view} />
          {view.outcome !== null && <LinkButton href={paths.selectionDecision(view.code)}>{t("toDecision")}</LinkButton>}
        </>
      )}
    </div>
  );
}

async function Take({ view: { state, rights, code } }: { view: SelectionView }) {
  const t = await getTranslations("selection.panel");
  if (state !== "FREE" || !rights.take.allowed) return null;
  return (
    <ActionForm action={takeProposal} hidden={{ code }} className="flex flex-col items-start gap-2">
      <p className="text-ink-muted">{t("takeHint")}</p>
      <SubmitButton pendingLabel={t("taking")}>{t("take")}</SubmitButton>
    </ActionForm>
  );
}
