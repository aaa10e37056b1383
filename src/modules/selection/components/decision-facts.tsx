import { getLocale, getTranslations } from "next-intl/server";
import { sentence } from "@/lib/form-state";
import { formatDateTime } from "@/lib/format";
import { Facts } from "@/ui/facts";
import { Notice } from "@/ui/notice";
import { Tag } from "@/ui/tag";
import { UserText } from "@/ui/user-text";
import { isStanding } from "../domain/outcome";
import type { SelectionReading, SelectionView } from "../queries/reading";

/** In whose hands a proposal is, and why its reader cannot act on it. */
export async function HolderNotice({ view }: { view: SelectionView }) {
  const [t, locale] = await Promise.all([getTranslations("selection.holder"), getLocale()]);
  const { state, decision, touchedAt, rights, zone } = view;
  const at = touchedAt ? formatDateTime(touchedAt, { locale, zone }) : "";
  const because = rights.take.allowed ? null : rights.take.because;
  return (
    <Notice title={t(state, { name: decision?.takenByName ?? "", at })}>
      {because && because.key !== "common.errors.notFound" && <p>{await sentence(because)}</p>}
    </Notice>
  );
}

/** A second reader did not agree: what they wrote, above the own earlier words. */
export async function SentBackNotice({ reading: { decision, outcome } }: { reading: SelectionReading }) {
  const t = await getTranslations("selection.holder");
  if (outcome !== null || !decision?.secondByName) return null;
  return (
    <Notice tone="warn" title={t("sentBack", { name: decision.secondByName })}>
      <UserText text={decision.note} />
    </Notice>
  );
}

/** What was decided, by whom and why. */
export async function DecisionFacts({ reading }: { reading: SelectionReading }) {
  const [t, locale] = await Promise.all([getTranslations("selection.decision"), getLocale()]);
  const { outcome, decision, rules, zone } = reading;
  if (outcome === null || !decision) return null;
  const at = (moment: Date | null) => (moment ? formatDateTime(moment, { locale, zone }) : "");
  const reasons = rules.selection.reasons.filter(({ key }) => decision.reasonKeys.includes(key));
  return (
    <Facts
      items={[
        { term: t("outcome"), detail: <Tag tone={outcome === "PASS" ? "ok" : "err"}>{t(`word.${outcome}`)}</Tag> },
        { term: t("first"), detail: t("by", { name: decision.takenByName ?? "", at: at(decision.decidedAt) }) },
        ...(decision.secondByName ? [{ term: t("second"), detail: t("by", { name: decision.secondByName, at: at(decision.secondAt) }) }] : []),
        ...(isStanding(reading, rules.selection) ? [] : [{ term: t("second"), detail: <Tag tone="warn">{t("waiting")}</Tag> }]),
        ...(reasons.length > 0 ? [{ term: t("reasons"), detail: <ul className="list-disc ps-5">{reasons.map(({ key, text }) => <li key={key}>{text[locale]}</li>)}</ul> }] : []),
        ...(decision.note ? [{ term: t("note"), detail: <UserText text={decision.note} /> }] : []),
      ]}
    />
  );
}
