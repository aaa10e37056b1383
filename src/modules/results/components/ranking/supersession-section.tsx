import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { paths, withQuery } from "@/lib/paths";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormText, FormTextArea } from "@/ui/forms/form-field";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { UserText } from "@/ui/user-text";
import { confirmSupersession, requestSupersession, withdrawSupersession } from "../../actions";
import { LEAST_REASON_LENGTH } from "../../domain/composition";
import type { OpenRequest } from "../../queries/supersession";
import type { RankingPageView } from "./ranking-page";

/** At the top of the page: a request that waits for somebody else. */
export async function AskedSupersession({ view }: { view: RankingPageView }) {
  const { open } = view.supersession;
  return view.ranking.kind === "FROZEN" && open ? <Open view={view} open={open} /> : null;
}

/** A frozen ranking that rests on an error: one person says why, another confirms, and it may be frozen anew. */
export async function SupersessionSection({ view }: { view: RankingPageView }) {
  const { open, past } = view.supersession;
  const isFrozen = view.ranking.kind === "FROZEN";
  return (
    <>
      {isFrozen && !open && view.may.supersede && <Ask view={view} />}
      {past.length > 0 && <Past view={view} />}
    </>
  );
}

async function Ask({ view: { edition, result } }: { view: RankingPageView }) {
  const t = await getTranslations("results.supersede");
  return (
    <Section id="supersede" title={t("title")}>
      <p className="max-w-reading">{t("lead")}</p>
      <ActionForm action={requestSupersession} hidden={{ slug: edition.slug, result: result.key }} keep={{ place: `ganti-rekaman.${edition.slug}.${result.key}`, basis: "" }} className="flex max-w-reading flex-col gap-6">
        <FormTextArea name="reason" label={t("reason.label")} hint={t("reason.hint", { least: LEAST_REASON_LENGTH })} rows={4} />
        <FormActions><SubmitButton variant="secondary" pendingLabel={t("pending")}>{t("ask")}</SubmitButton></FormActions>
      </ActionForm>
    </Section>
  );
}

async function Open({ view, open }: { view: RankingPageView; open: OpenRequest }) {
  const [t, locale] = await Promise.all([getTranslations("results.supersede"), getLocale()]);
  const { edition, result, may, supersession: { others } } = view;
  const next = !view.isOwnRequest ? "yours" : others.length > 0 ? "waits" : "nobody";
  const hidden = { slug: edition.slug, result: result.key };
  return (
    <Section id="supersede" title={t("openTitle")}>
      <Notice tone="warn" title={t("askedBy", { name: open.requestedBy, at: formatDateTime(open.requestedAt, { locale, zone: edition.zone }) })}>
        <UserText text={open.reason} />
      </Notice>
      <p className="mt-4 max-w-reading">{t(next, { names: new Intl.ListFormat(locale, { type: "disjunction" }).format(others) })}</p>
      {may.supersede && !view.isOwnRequest && (
        <ActionForm action={confirmSupersession} hidden={hidden} className="flex max-w-reading flex-col gap-6">
          <FormText
            name="editionCode" data-confirms label={t("editionCode.label")} hint={t("editionCode.hint", { code: edition.code })} width="half" autoComplete="off" spellCheck={false}
          />
          <FormActions><SubmitButton variant="destructive" pendingLabel={t("pending")}>{t("confirm")}</SubmitButton></FormActions>
        </ActionForm>
      )}
      {may.supersede && (
        <ActionForm action={withdrawSupersession} hidden={hidden}>
          <FormActions><SubmitButton variant="secondary" pendingLabel={t("pending")}>{t("withdraw")}</SubmitButton></FormActions>
        </ActionForm>
      )}
    </Section>
  );
}

async function Past({ view: { edition, result, supersession: { past } } }: { view: RankingPageView }) {
  const [t, locale] = await Promise.all([getTranslations("results.supersede"), getLocale()]);
  const at = (moment: Date) => formatDateTime(moment, { locale, zone: edition.zone });
  return (
    <Section id="superseded" title={t("pastTitle")}>
      <ul className="flex flex-col gap-4">
        {past.map(({ version, sha256, frozenAt, frozenBy, reason, requestedBy, confirmedBy, confirmedAt }) => (
          <li key={version}>
            <p>{t("past", { version, at: at(frozenAt), by: frozenBy, ended: at(confirmedAt), asked: requestedBy, confirmed: confirmedBy })}</p>
            <UserText text={reason} />
            <p className="text-sm wrap-anywhere">SHA-256 {sha256}</p>
            <p><Link href={withQuery(paths.snapshotRecord(edition.slug), { hasil: result.key, versi: version })}>{t("record", { version })}</Link></p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
