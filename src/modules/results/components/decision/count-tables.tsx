import { getLocale, getTranslations } from "next-intl/server";
import { AGENCY_KINDS } from "@/modules/agencies/domain/agency-kinds";
import { Table, type Column } from "@/ui/table";
import { TRAITS, type Trait, type TraitCount } from "../../domain/composition-view";
import { provinceOf } from "../../domain/listed";
import type { DecisionPageView } from "./decision-page";

/** How many of each kind: by the scores, and as composed. */
export async function CountTables({ view, counts }: { view: DecisionPageView; counts: Record<Trait, TraitCount[]> }) {
  const t = await getTranslations("results.decision.counts");
  const nameOf = await namesOf(view);
  const columnsOf = (trait: Trait): Column<TraitCount>[] => [
    { key: "value", header: t(trait), rowHeader: true, cell: ({ value }) => (value === null ? t("none") : nameOf(trait, value)) },
    { key: "before", header: t("before"), kind: "number", cell: ({ before }) => before },
    { key: "after", header: t("after"), kind: "number", cell: ({ after }) => after },
    { key: "difference", header: t("difference"), kind: "number", cell: ({ before, after }) => signed(after - before) },
  ];
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {TRAITS.map((trait) => (
        <Table
          key={trait}
          caption={t("caption", { trait: t(trait) })}
          columns={columnsOf(trait)}
          rows={counts[trait]}
          rowKey={({ value }) => value ?? ""}
          dense
        />
      ))}
    </div>
  );
}

async function namesOf({ edition }: DecisionPageView) {
  const [t, locale] = await Promise.all([getTranslations("results.decision.agencyKind"), getLocale()]);
  const named = { category: edition.rules.categories, group: edition.rules.groups };
  return (trait: Trait, value: string): string => {
    if (trait === "province") return provinceOf(value);
    if (trait !== "agencyKind") return named[trait].find(({ key }) => key === value)?.name[locale] ?? value;
    const kind = AGENCY_KINDS.find((known) => known === value);
    return kind ? t(kind) : value;
  };
}

const signed = (difference: number): string => (difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : "0");
