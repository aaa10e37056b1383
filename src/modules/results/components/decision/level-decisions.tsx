import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Notice } from "@/ui/notice";
import { ruleOnMissing } from "../../actions";
import { LEAST_REASON_LENGTH } from "../../domain/composition";
import type { RulingKind } from "../../domain/open-decisions";
import type { LevelDecision, LevelView } from "../../queries/decision-view";
import type { DecisionPageView } from "./decision-page";
import { LevelTable } from "./level-table";
import { CarriedWords } from "./carried-words";
import { VisitWords } from "./visit-words";

type Props = { view: DecisionPageView; level: LevelView; isOpen: boolean };

/** What scores leave to people on this level, each with the entries it is about and the way to decide it. */
export function LevelDecisions({ view, level, isOpen }: Props) {
  return level.decisions.map((each) => <Decision key={each.decision.kind} view={view} level={level} isOpen={isOpen} asked={each} />);
}

async function Decision({ view, level, isOpen, asked: { decision, rows } }: Props & { asked: LevelDecision }) {
  const [t, locale] = await Promise.all([getTranslations("results.open"), getLocale()]);
  const { kind, settled } = decision;
  const name = level.level.name[locale];
  const figures = {
    TIE: { entries: rows.length, seats: kind === "TIE" ? decision.seats : 0, size: 0 },
    MISSING: { entries: rows.length, seats: 0, size: 0 },
    CARRIED: { entries: decision.kind === "CARRIED" ? decision.codes.length : 0, seats: 0, size: 0 },
    VERDICT: { entries: rows.length, seats: 0, size: 0 },
    UNFILLED: { entries: level.entries, seats: 0, size: level.level.size },
  }[kind];
  return (
    <Notice tone={settled ? "info" : "warn"} level={3} title={t(settled ? `${kind}.settled` : `${kind}.title`, { ...figures, level: name })}>
      {!settled && <p className="max-w-reading">{t(`${kind}.body`, { ...figures, level: name })}</p>}
      {rows.length > 0 && <LevelTable view={view} level={level} rows={rows} caption={t("entries")} isOpen={isOpen} withMissing={kind === "MISSING"} />}
      {kind === "CARRIED" && <CarriedWords view={view} level={level.level.key} codes={decision.codes} />}
      {kind === "VERDICT" && <VisitWords verdicts={(view.composed?.doubts ?? []).filter(({ code }) => decision.codes.includes(code))} />}
      {isOpen && !settled && kind !== "TIE" && <RulingForm view={view} level={level} kind={kind} />}
    </Notice>
  );
}

/** One decision about all that is named above, with its reason. */
async function RulingForm({ view, level, kind }: { view: DecisionPageView; level: LevelView; kind: RulingKind }) {
  const t = await getTranslations("results");
  const { edition, result, composed } = view;
  const hidden = { slug: edition.slug, result: result.key, version: String(composed?.set.version ?? ""), kind, level: level.level.key };
  return (
    <ActionForm action={ruleOnMissing} hidden={hidden} fieldPrefix={`${kind.toLowerCase()}-${level.level.key}`} keep={{ place: `putusan-tingkat.${edition.slug}.${result.key}.${level.level.key}.${kind}`, basis: "" }} className="flex max-w-reading flex-col">
      <FormTextArea name="reason" label={t("move.reason.label")} hint={t("move.reason.hint", { least: LEAST_REASON_LENGTH })} rows={2} />
      <FormActions>
        <SubmitButton variant="secondary" pendingLabel={t("move.pending")}>{t(`open.${kind}.submit`)}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
