import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatDeadline } from "@/lib/format";
import { paths } from "@/lib/paths";
import { hasClosed, isOpen } from "@/modules/competition/domain/stages";
import { EmptyState } from "@/ui/empty-state";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { UserLine } from "@/ui/user-text";
import { fileSubmissions } from "../actions/filing";
import { exceededQuotas, type QuotaLine } from "../domain/filing";
import type { AgencyRow } from "../queries/agency-rows";
import type { AgencyEdition, FilingList, NamedRow } from "../queries/filing";

type CheckProps = { edition: AgencyEdition; list: FilingList; chosen: string[]; idempotencyKey: string; now: Date };

/** Everything by name once more before the act that cannot be undone. */
export async function FilingCheck({ edition, list, chosen, idempotencyKey, now }: CheckProps) {
  const t = await getTranslations("filing.file");
  const picked = list.endorsed.filter(({ code }) => chosen.includes(code));
  const staying: NamedRow[] = [...list.endorsed.filter(({ code }) => !chosen.includes(code)), ...list.others];
  const missing = chosen.length - picked.length;
  return (
    <>
      {missing > 0 && (
        <div className="mt-4">
          <Notice tone="warn" title={t("missing", { count: missing })} />
        </div>
      )}
      {picked.length === 0 ? (
        <div className="mt-8">
          <EmptyState title={t("checkNone")} action={<Link href={paths.filingStep(edition.slug, "pilih", [])}>{t("back")}</Link>}>
            {t("checkNoneBody")}
          </EmptyState>
        </div>
      ) : (
        <Section title={t("chosen")} id="chosen">
          <Names rows={picked} />
        </Section>
      )}
      <Staying rows={staying} />
      {picked.length > 0 && <Act edition={edition} list={list} picked={picked} idempotencyKey={idempotencyKey} now={now} />}
    </>
  );
}

type ActProps = Omit<CheckProps, "chosen"> & { picked: AgencyRow[] };

/** The button, or the rule that stands in its way. */
async function Act({ edition, list, picked, idempotencyKey, now }: ActProps) {
  const t = await getTranslations("filing.file");
  if (!isOpen(edition.registration, now)) return <NotOpen edition={edition} now={now} />;
  const groups = picked.map(({ groupKey }) => groupKey);
  const back = <Link href={paths.filingStep(edition.slug, "pilih", picked.map(({ code }) => code))}>{t("back")}</Link>;
  const exceeded = exceededQuotas(list.quotas, groups);
  if (exceeded.length > 0) return <OverQuota edition={edition} exceeded={exceeded} groups={groups} back={back} />;
  return (
    <ActionForm action={fileSubmissions} hidden={{ edition: edition.slug, key: idempotencyKey }} className="mt-8">
      {picked.map(({ code }) => (
        <input key={code} type="hidden" name="codes[]" value={code} />
      ))}
      <p className="font-semibold">{t("final")}</p>
      <FormActions>
        <SubmitButton stretch pendingLabel={t("submitting")}>
          {t("submit", { count: picked.length })}
        </SubmitButton>
        {back}
      </FormActions>
    </ActionForm>
  );
}

async function NotOpen({ edition: { registration, zone }, now }: Pick<CheckProps, "edition" | "now">) {
  const [t, locale] = await Promise.all([getTranslations("filing.file"), getLocale()]);
  const isClosed = hasClosed(registration, now);
  return (
    <div className="mt-8">
      <Notice tone={isClosed ? "err" : "info"} title={t(isClosed ? "closedTitle" : "notOpenTitle")}>
        {isClosed && <p>{t("closedBody", { at: formatDeadline(registration.closesAt, { locale, zone }) })}</p>}
      </Notice>
    </div>
  );
}

type OverQuotaProps = { edition: AgencyEdition; exceeded: QuotaLine[]; groups: string[]; back: ReactNode };

async function OverQuota({ edition, exceeded, groups, back }: OverQuotaProps) {
  const [t, locale] = await Promise.all([getTranslations("filing"), getLocale()]);
  const nameOf = (key: string) => edition.rules.groups.find((group) => group.key === key)?.name[locale] ?? key;
  const values = ({ groupKey, quota, filed, left }: QuotaLine) => {
    const chosen = groups.filter((group) => group === groupKey).length;
    return { group: nameOf(groupKey), chosen, quota: quota ?? 0, filed, excess: chosen - (left ?? 0) };
  };
  return (
    <div className="mt-8">
      <Notice tone="err" title={t("file.overTitle")}>
        {exceeded.map((line) => (
          <p key={line.groupKey}>{t("quota.exceeded", values(line))}</p>
        ))}
        <p>{back}</p>
      </Notice>
    </div>
  );
}

/** What is not filed does not take part: every one by name, so that none is forgotten. */
async function Staying({ rows }: { rows: NamedRow[] }) {
  const t = await getTranslations("filing.file");
  if (rows.length === 0) return <p className="mt-8">{t("stayNone")}</p>;
  const title = t.rich("stayTitle", { count: rows.length, strong: (words) => <strong>{words}</strong> });
  return (
    <Section title={title} id="staying">
      <Names rows={rows} withStatus />
    </Section>
  );
}

async function Names({ rows, withStatus = false }: { rows: NamedRow[]; withStatus?: boolean }) {
  const t = await getTranslations("filing.status");
  return (
    <ol className="list-decimal ps-6">
      {rows.map(({ code, title, status }) => (
        <li key={code} className="py-1">
          <Link href={paths.agencySubmission(code)}>
            <UserLine text={title || code} />
          </Link>{" "}
          <span className="text-sm text-ink-muted">
            <span className="whitespace-nowrap">{code}</span>
            {withStatus && ` · ${t(status)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
