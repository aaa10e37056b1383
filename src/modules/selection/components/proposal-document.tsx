import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime, formatMonth } from "@/lib/format";
import { SourceDetail } from "@/ui/source-detail";
import { ConfirmationSaid } from "@/ui/confirmation-said";
import { relatedFact } from "@/ui/related-said";
import { countWords } from "@/modules/submission/domain/word-count";
import { Facts } from "@/ui/facts";
import { OutsideLink } from "@/ui/outside-link";
import { Section } from "@/ui/page-header";
import { Tag } from "@/ui/tag";
import { UserLine, UserText } from "@/ui/user-text";
import type { SelectionReading } from "../queries/reading";

type DocumentProps = { reading: SelectionReading };

/** The proposal as it was filed. It is read, never changed. */
export async function ProposalDocument({ reading }: DocumentProps) {
  const [t, locale] = await Promise.all([getTranslations("selection.document"), getLocale()]);
  return (
    <>
      <Identity reading={reading} />
      {reading.sections.map(({ key, name, question, maxWords, required, body }) => (
        <Section key={key} id={`section-${key}`} title={name[locale]}>
          <p className="text-sm text-ink-muted">{question[locale]}</p>
          <p className="text-sm text-ink-muted tabular-nums">{t("words", { words: countWords(body), limit: maxWords })}</p>
          {body.trim() === "" ? <p className="text-ink-muted">{t(required ? "emptyRequired" : "emptyOptional")}</p> : <UserText text={body} />}
        </Section>
      ))}
      <Statements reading={reading} />
    </>
  );
}

async function Identity({ reading }: DocumentProps) {
  const [t, locale] = await Promise.all([getTranslations("selection.document"), getLocale()]);
  const { rules, zone, submittedAt } = reading;
  const nameOf = (list: readonly { key: string; name: { id: string; en: string } }[], key: string) => list.find((each) => each.key === key)?.name[locale] ?? key;
  return (
    <Facts
      items={[
        { term: t("agency"), detail: reading.agencyName },
        { term: t("unit"), detail: reading.unitName },
        { term: t("group"), detail: nameOf(rules.groups, reading.groupKey) },
        { term: t("category"), detail: nameOf(rules.categories, reading.categoryKey) },
        { term: t("since"), detail: formatMonth(reading.implementedSince, locale) },
        { term: t("signatory"), detail: reading.signatory ? <UserLine text={reading.signatory} /> : t("emptyRequired") },
        ...(reading.claimedResult ? [{ term: t("claimed"), detail: <UserLine text={reading.claimedResult} /> }] : []),
        ...(reading.owner.belonging === "OTHER_UNIT" ? [{
          term: t("otherUnit"),
          detail: <>{reading.owner.name}<ConfirmationSaid kind="OTHER_UNIT" confirmations={reading.confirmations} zone={zone} /></>,
        }] : []),
        ...(await relatedFact(reading.related, zone)),
        ...(reading.sourceText ? [{ term: t("source"), detail: <SourceDetail source={reading} /> }] : []),
        ...(reading.videoUrl ? [{ term: t("video"), detail: <OutsideLink href={reading.videoUrl} /> }] : []),
        ...(submittedAt ? [{ term: t("filed"), detail: formatDateTime(submittedAt, { locale, zone }) }] : []),
      ]}
    />
  );
}

async function Statements({ reading: { statements, confirmations, zone } }: DocumentProps) {
  const [t, locale] = await Promise.all([getTranslations("selection.document"), getLocale()]);
  return (
    <Section title={t("statements")} id="statements">
      {statements.length === 0 && <p className="text-ink-muted">{t("noStatements")}</p>}
      <ul className="border-t border-line">
        {statements.map(({ key, text, signedBy, agreedBy, agreedAt }) => (
          <li key={key} className="flex flex-col gap-1 border-b border-line py-3">
            <p>{text[locale]}</p>
            {signedBy !== null && agreedAt ? (
              <p className="text-sm text-ink-muted">
                {t("given", { name: agreedBy, signer: signedBy, at: formatDateTime(agreedAt, { locale, zone }) })}
              </p>
            ) : (
              <p><Tag tone="err">{t("missing")}</Tag></p>
            )}
          </li>
        ))}
      </ul>
      {statements.some(({ signedBy }) => signedBy !== null) && <ConfirmationSaid kind="SIGNATURES" confirmations={confirmations} zone={zone} />}
    </Section>
  );
}
