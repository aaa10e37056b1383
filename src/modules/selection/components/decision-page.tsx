import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Link } from "@/ui/link";
import { Section } from "@/ui/page-header";
import type { SelectionView } from "../queries/reading";
import { ChecklistAnswers } from "./checklist-answers";
import { DecisionFacts, HolderNotice, SentBackNotice } from "./decision-facts";
import { DecisionForm, ReopenForm } from "./decision-form";
import { SecondReading } from "./second-reading";

/** V4: to decide, to agree, or to read what was decided. */
export async function DecisionPage({ view }: { view: SelectionView }) {
  const t = await getTranslations("selection.decision");
  const mayChange = view.rights.decide.allowed;
  if (view.outcome === null) {
    return mayChange ? (
      <div className="flex flex-col gap-6">
        <SentBackNotice reading={view} />
        <DecisionForm reading={view} />
      </div>
    ) : (
      <HolderNotice view={view} />
    );
  }
  return (
    <>
      <DecisionFacts reading={view} />
      {mayChange && view.secondById === null && <ReopenForm reading={view} />}
      <Section title={t("checklist")} id="checklist" actions={<Link href={paths.selectionOf(view.code)}>{t("readProposal")}</Link>}>
        <ChecklistAnswers reading={view} />
      </Section>
      {view.rights.confirm.allowed && <SecondReading reading={view} />}
    </>
  );
}
