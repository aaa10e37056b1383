import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { paths } from "@/lib/paths";
import { LinkButton } from "@/ui/button";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { SplitView } from "@/ui/split-view";
import { saveChecklist, takeProposal } from "../actions";
import type { SelectionView } from "../queries/reading";
import { ChecklistAnswers } from "./checklist-answers";
import { ChecklistActions, ChecklistFields, GiveBackForm } from "./checklist-form";
import { HolderNotice, SentBackNotice } from "./decision-facts";
import { ProposalDocument } from "./proposal-document";

type RoomProps = { view: SelectionView };

/** V2: the proposal on the left; on the right the checklist, to fill in for its holder, to read for everybody else. */
export async function SelectionRoom({ view, saved }: RoomProps & { saved: boolean }) {
  const t = await getTranslations("selection.panel");
  if (view.state !== "MINE" || !view.rights.decide.allowed) return <Columns view={view}><Standing view={view} /></Columns>;
  return (
    <>
      {saved && <div className="mb-6"><Notice tone="ok" role="status" title={t("saved")} /></div>}
      <ActionForm action={saveChecklist} hidden={{ code: view.code }} keep={{ place: `periksa.${view.code}`, basis: view.touchedAt?.toISOString() ?? "" }}>
        <Columns view={view}>
          <SentBackNotice reading={view} />
          <ChecklistFields reading={view} />
        </Columns>
        <ChecklistActions reading={view} />
      </ActionForm>
      <GiveBackForm code={view.code} />
    </>
  );
}

async function Columns({ view, children }: RoomProps & { children: ReactNode }) {
  const t = await getTranslations("selection.panel");
  const panel = (
    <div className="flex flex-col gap-6">
      <h2 className="text-h3">{t("title")}</h2>
      {children}
    </div>
  );
  return (
    <SplitView
      jumpLabel={t("jump")}
      reading={{ id: "isi", label: t("reading"), content: <ProposalDocument reading={view} /> }}
      panel={{ id: "periksa", label: t("title"), content: panel }}
    />
  );
}

/** In whose hands it is and how its checklist was answered. */
async function Standing({ view }: RoomProps) {
  const t = await getTranslations("selection.panel");
  return (
    <>
      <HolderNotice view={view} />
      {view.state === "FREE" && view.rights.take.allowed && <Take code={view.code} />}
      {view.outcome !== null && <p><LinkButton href={paths.selectionDecision(view.code)}>{t("toDecision")}</LinkButton></p>}
      <ChecklistAnswers reading={view} />
    </>
  );
}

async function Take({ code }: { code: string }) {
  const t = await getTranslations("selection.panel");
  return (
    <ActionForm action={takeProposal} hidden={{ code }} className="flex flex-col items-start gap-2">
      <p className="text-ink-muted">{t("takeHint")}</p>
      <SubmitButton pendingLabel={t("taking")}>{t("take")}</SubmitButton>
    </ActionForm>
  );
}
