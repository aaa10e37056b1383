import { getLocale, getTranslations } from "next-intl/server";
import { formatDateTime } from "@/lib/format";
import { ActionForm } from "@/ui/forms/action-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { UserText } from "@/ui/user-text";
import { takeBackRuling } from "../../actions";
import type { MadeRuling } from "../../queries/decision";
import type { ComposedSet } from "../../queries/decision-view";
import type { DecisionPageView } from "./decision-page";

/** Every decision about something missing, the withdrawn ones too. Nothing where none was made. */
export async function RulingsSection({ view, composed, isOpen }: { view: DecisionPageView; composed: ComposedSet; isOpen: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("results.ruling"), getLocale()]);
  const { rulings, version } = composed.set;
  if (rulings.length === 0) return null;
  const levelName = (key: string) => view.result.levels.find((level) => level.key === key)?.name[locale] ?? key;
  const at = (moment: Date) => formatDateTime(moment, { locale, zone: view.edition.zone });
  const columns: Column<MadeRuling>[] = [
    {
      key: "what", header: t("what"), rowHeader: true,
      cell: ({ kind, level, codes, entries }) => t(`kind.${kind}`, { level: levelName(level), count: codes.length, entries, codes: codes.join(", ") }),
    },
    { key: "reason", header: t("reason"), cell: ({ reason }) => <UserText text={reason} /> },
    { key: "by", header: t("by"), cell: ({ decidedBy, decidedAt }) => `${decidedBy}, ${at(decidedAt)}` },
    {
      key: "state", header: t("state"),
      cell: ({ withdrawnAt, withdrawnBy }) => (withdrawnAt ? t("withdrawn", { name: withdrawnBy ?? "", at: at(withdrawnAt) }) : t("inForce")),
    },
  ];
  const hidden = { slug: view.edition.slug, result: view.result.key, version: String(version) };
  const takeBack: Column<MadeRuling> = {
    key: "takeBack", header: t("takeBack"), kind: "short",
    cell: ({ id, withdrawnAt }) =>
      withdrawnAt === null && (
        <ActionForm action={takeBackRuling} hidden={{ ...hidden, ruling: id }}>
          <SubmitButton variant="quiet" size="dense" pendingLabel={t("takingBack")}>{t("takeBack")}</SubmitButton>
        </ActionForm>
      ),
  };
  return (
    <Section id="rulings" title={t("title")}>
      <Table caption={t("title")} captionHidden columns={isOpen ? [...columns, takeBack] : columns} rows={rulings} rowKey={({ id }) => id} dense />
    </Section>
  );
}
