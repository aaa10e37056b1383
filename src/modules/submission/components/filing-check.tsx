import { getLocale, getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { Code } from "@/ui/code";
import { EmptyState } from "@/ui/empty-state";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/page-header";
import { UserLine } from "@/ui/user-text";
import { fileSubmissions } from "../actions/filing";
import { countsIn } from "../domain/filing";
import type { FilingCheck as FilingCheckOf } from "../domain/filing-check";
import type { AgencyRow } from "../queries/agency-rows";
import type { AgencyEdition, FilingList, NamedRow } from "../queries/filing";

export type Check = FilingCheckOf<AgencyRow>;

type CheckProps = { edition: AgencyEdition; list: FilingList; check: Check; idempotencyKey: string };

/** Everything by name once more before the act that cannot be undone. */
export async function FilingCheck({ edition, list, check, idempotencyKey }: CheckProps) {
  const t = await getTranslations("filing.file");
  const { picked, missing } = check;
  const isPicked = ({ code }: { code: string }) => picked.some((row) => row.code === code);
  const staying: NamedRow[] = [...list.endorsed.filter((row) => !isPicked(row)), ...list.others];
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
          <Quotas edition={edition} list={list} picked={picked} />
        </Section>
      )}
      <Staying rows={staying} />
      {picked.length > 0 && <Act edition={edition} check={check} idempotencyKey={idempotencyKey} />}
    </>
  );
}

/** What the selection takes of each group's quota. */
async function Quotas({ edition, list, picked }: Pick<CheckProps, "edition" | "list"> & { picked: AgencyRow[] }) {
  const [t, locale] = await Promise.all([getTranslations("filing.quota"), getLocale()]);
  const nameOf = (key: string | null) => (key === null ? t("overAll") : edition.rules.groups.find((group) => group.key === key)?.name[locale] ?? key);
  const lines = list.quotas.map((line) => ({ ...line, planned: picked.filter(({ groupKey }) => countsIn(line, groupKey)).length }));
  return (
    <ul className="font-semibold tabular-nums">
      {lines.filter(({ planned }) => planned > 0).map(({ groupKey, left, planned }) => (
        <li key={groupKey ?? ""}>
          {left === null
            ? t("plannedUnlimited", { group: nameOf(groupKey), planned })
            : t("planned", { group: nameOf(groupKey), planned, left: Math.max(0, left - planned) })}
        </li>
      ))}
    </ul>
  );
}

/** The button, or the rule that stands in its way. */
async function Act({ edition, check: { state, picked }, idempotencyKey }: Omit<CheckProps, "list">) {
  const [t, locale] = await Promise.all([getTranslations("filing.file"), getLocale()]);
  const back = <Link href={paths.filingStep(edition.slug, "pilih", picked.map(({ code }) => code))}>{t("back")}</Link>;
  if (state !== "READY") return <FormActions>{back}</FormActions>;
  return (
    <ActionForm action={fileSubmissions} hidden={{ edition: edition.slug, key: idempotencyKey }} className="mt-8">
      {picked.map(({ code }) => (
        <input key={code} type="hidden" name="codes[]" value={code} />
      ))}
      <p className="font-semibold">{t("final", { edition: edition.name[locale] })}</p>
      <FormActions>
        <SubmitButton stretch pendingLabel={t("submitting")}>
          {t("submit", { count: picked.length })}
        </SubmitButton>
        {back}
      </FormActions>
    </ActionForm>
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
            <Code>{code}</Code>
            {withStatus && ` · ${t(status)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
