import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatDateTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { statementsFor } from "@/modules/competition/domain/form-version";
import { Code } from "@/ui/code";
import { Facts } from "@/ui/facts";
import { ActionForm } from "@/ui/forms/action-form";
import { Link } from "@/ui/link";
import { OutsideLink } from "@/ui/outside-link";
import { Section } from "@/ui/page-header";
import { Tag } from "@/ui/tag";
import { UserLine, UserText } from "@/ui/user-text";
import { review } from "../actions/filing";
import { wordLimitState } from "../domain/word-count";
import type { AgencyReading } from "../queries/agency-reading";
import { ProblemLines } from "./agency-checks";
import { AgencyNotes } from "./agency-notes";
import { ConfirmationSaid } from "@/ui/confirmation-said";
import { relatedFact } from "@/ui/related-said";
import { SectionChanges } from "./section-changes";
import { SourceDetail } from "@/ui/source-detail";
import { sinceInWords } from "./since-in-words";

type ReadingProps = { reading: AgencyReading };

/**
 * The proposal as its authors wrote it. Nothing here can be changed: the agency answers with notes, and decides at the end.
 * One form around all of it, so that whatever is pressed keeps whatever was typed.
 */
export async function AgencyReadingView({ reading, children }: ReadingProps & { children: ReactNode }) {
  return (
    <ActionForm action={review} hidden={{ code: reading.code, version: String(reading.version) }} keep={{ place: `baca.${reading.code}`, basis: "" }}>
      <Identity reading={reading} />
      <IdentityChanged reading={reading} />
      <Problems reading={reading} />
      <Sections reading={reading} />
      <Statements reading={reading} />
      <History reading={reading} />
      {children}
    </ActionForm>
  );
}

async function Identity({ reading }: ReadingProps) {
  const [t, locale] = await Promise.all([getTranslations("filing.read"), getLocale()]);
  const { rules, signatory, sourceText, videoUrl, receipt } = reading;
  const nameOf = (list: { key: string; name: { id: string; en: string } }[], key: string) => list.find((each) => each.key === key)?.name[locale] ?? key;
  return (
    <Facts
      items={[
        { term: t("unit"), detail: reading.unitName },
        { term: t("edition"), detail: reading.editionName[locale] },
        { term: t("group"), detail: nameOf(rules.groups, reading.groupKey) },
        { term: t("category"), detail: nameOf(rules.categories, reading.categoryKey) },
        { term: t("since"), detail: await sinceInWords(reading) },
        { term: t("signatory"), detail: signatory ? <UserLine text={signatory} /> : t("empty") },
        ...(reading.owner.belonging === "OTHER_UNIT" ? [{
          term: t("otherUnit"),
          detail: <><Tag tone="warn">{reading.owner.name}</Tag><ConfirmationSaid kind="OTHER_UNIT" confirmations={reading.confirmations} zone={reading.localZone} /></>,
        }] : []),
        ...(reading.claimedResult ? [{ term: t("claimed"), detail: <UserLine text={reading.claimedResult} /> }] : []),
        ...(await relatedFact(reading.relatedSaid, reading.localZone)),
        ...(sourceText ? [{ term: t("source"), detail: <SourceDetail source={reading} /> }] : []),
        ...(videoUrl ? [{ term: t("video"), detail: <OutsideLink href={videoUrl} /> }] : []),
        ...(receipt ? [{ term: t("receipt"), detail: <Link href={paths.receipt(receipt.number)}><Code>{receipt.number}</Code></Link> }] : []),
      ]}
    />
  );
}

async function IdentityChanged({ reading: { since, localZone: zone } }: ReadingProps) {
  if (!since.identityAt) return null;
  const [t, locale] = await Promise.all([getTranslations("submission.since"), getLocale()]);
  return <p className="mt-2"><Tag tone="ok">{t("identityChanged", { at: formatDateTime(since.identityAt, { locale, zone }) })}</Tag></p>;
}

async function Problems({ reading: { completeness, rules } }: ReadingProps) {
  const t = await getTranslations("filing.read");
  const { mustFix, shouldLook } = completeness;
  const { sections } = rules.form;
  return (
    <Section title={t("problems")} id="problems">
      {mustFix.length + shouldLook.length === 0 && <p>{t("noProblems")}</p>}
      {mustFix.length > 0 && (
        <div>
          <h3 className="font-semibold text-err-700">{t("mustFix")}</h3>
          <ProblemLines problems={mustFix} sections={sections} />
        </div>
      )}
      {shouldLook.length > 0 && (
        <div>
          <h3 className="font-semibold text-warn-700">{t("shouldLook")}</h3>
          <ProblemLines problems={shouldLook} sections={sections} />
        </div>
      )}
    </Section>
  );
}

/** Text left, what the agency says about it right; one under the other on small screens. */
async function Sections({ reading }: ReadingProps) {
  const [t, locale] = await Promise.all([getTranslations("filing"), getLocale()]);
  const wordsOf = (key: string) => reading.completeness.sections.find((section) => section.key === key)?.words ?? 0;
  return reading.sections.map(({ key, name, question, maxWords }) => {
    const body = reading.answers[key]?.body ?? "";
    const words = wordsOf(key);
    const counted = t("words", { words, maximum: maxWords });
    return (
      <Section key={key} id={`bagian-${key}`} title={name[locale]}>
        <div className="flex flex-col gap-6 lg:grid lg:grid-cols-[minmax(0,var(--container-reading))_minmax(18rem,25rem)] lg:gap-8">
          <div className="flex max-w-reading min-w-0 flex-col gap-3">
            <p className="text-sm text-ink-muted">{question[locale]}</p>
            <SectionChanges changed={reading.since.changed[key]} now={body} zone={reading.localZone} open />
            {reading.since.changed[key] && <p className="text-sm font-semibold">{t("read.textNow")}</p>}
            {body.trim() ? <UserText text={body} /> : <p className="text-ink-muted">{t("read.empty")}</p>}
            <p className="text-sm text-ink-muted">
              {wordLimitState(words, maxWords) === "OVER" ? <Tag tone="err">{counted}</Tag> : counted}
            </p>
          </div>
          <AgencyNotes reading={reading} sectionKey={key} about={name[locale]} />
        </div>
      </Section>
    );
  });
}

async function Statements({ reading: { rules, groupKey, statementsGiven, confirmations, localZone: zone } }: ReadingProps) {
  const [t, locale] = await Promise.all([getTranslations("filing.read"), getLocale()]);
  const statements = statementsFor(rules, groupKey);
  return (
    <Section title={t("statements")} id="statements">
      {statements.length === 0 && <p>{t("noStatements")}</p>}
      <ul className="flex flex-col gap-3">
        {statements.map(({ key, text }) => {
          const given = statementsGiven.find((statement) => statement.key === key);
          return (
            <li key={key}>
              <p>{text[locale]}</p>
              <p className="text-sm text-ink-muted">
                {given ? t("statementGiven", { name: given.agreedBy, signer: given.signer, at: formatDateTime(given.agreedAt, { locale, zone }) }) : t("statementMissing")}
              </p>
            </li>
          );
        })}
      </ul>
      {statementsGiven.length > 0 && <ConfirmationSaid kind="SIGNATURES" confirmations={confirmations} zone={zone} />}
    </Section>
  );
}

async function History({ reading: { history, localZone: zone } }: ReadingProps) {
  const [t, locale] = await Promise.all([getTranslations("filing"), getLocale()]);
  return (
    <Section title={t("read.history")} id="history">
      {history.length === 0 && <p>{t("read.historyEmpty")}</p>}
      <ol className="flex flex-col gap-3">
        {history.map(({ from, to, reason, movedAt, by }, place) => (
          <li key={place}>
            <p className="font-semibold">{t("read.historyLine", { from: t(`status.${from}`), to: t(`status.${to}`) })}</p>
            <p className="text-sm text-ink-muted">{t("read.historyBy", { name: by, at: formatDateTime(movedAt, { locale, zone }) })}</p>
            {reason && <UserText text={reason} className="mt-1 text-sm" />}
          </li>
        ))}
      </ol>
    </Section>
  );
}
