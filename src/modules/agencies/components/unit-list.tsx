import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { EmptyState } from "@/ui/empty-state";
import { ActionForm } from "@/ui/forms/action-form";
import { FormActions } from "@/ui/forms/form-actions";
import { FormRadio, FormSelect, FormText } from "@/ui/forms/form-field";
import { SearchForm } from "@/ui/forms/search-form";
import { SubmitButton } from "@/ui/forms/submit-button";
import { Section } from "@/ui/page-header";
import { Table, type Column } from "@/ui/table";
import { registerUnit } from "../actions";
import type { AgencyRow } from "../queries";
import { UNIT_KINDS, UNITS_SHOWN } from "../schema";

/** The forms below choose among the units that are listed, so the search is theirs as well. */
export async function UnitSearch({ value }: { value: string }) {
  const t = await getTranslations();
  return (
    <div className="mb-6">
      <SearchForm action={paths.agencyUnits()} name="unit" label={t("agencies.units.search")} value={value} submit={t("common.action.search")} />
    </div>
  );
}

export async function UnitList({ units }: { units: AgencyRow[] }) {
  const t = await getTranslations("agencies");
  if (units.length === 0) return <EmptyState title={t("list.empty")} />;
  const columns: Column<AgencyRow>[] = [
    { key: "name", header: t("list.name"), rowHeader: true, cell: ({ name }) => name },
    { key: "code", header: t("list.code"), cell: ({ code }) => <span className="wrap-anywhere">{code}</span> },
    { key: "kind", header: t("list.kind"), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: "parent", header: t("list.parent"), cell: ({ parentName }) => parentName ?? "—" },
    { key: "people", header: t("list.people"), kind: "number", cell: ({ people }) => people },
  ];
  return (
    <>
      <Table caption={t("list.caption")} columns={columns} rows={units} rowKey={({ code }) => code} dense />
      {units.length === UNITS_SHOWN && <p className="mt-3 text-sm text-ink-muted">{t("units.shown")}</p>}
    </>
  );
}

export async function AddUnitForm({ parents }: { parents: AgencyRow[] }) {
  const t = await getTranslations("agencies");
  return (
    <Section title={t("unit.title")} id="add-unit">
      <ActionForm action={registerUnit} keep={{ place: "unit-baru", basis: "" }} className="flex max-w-reading flex-col gap-6">
        <FormText name="name" label={t("unit.name")} hint={t("unit.nameHint")} />
        <FormRadio name="kind" label={t("unit.kind")} choices={UNIT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <FormSelect
          name="parentCode"
          label={t("unit.parent")}
          placeholder={t("unit.parentPlaceholder")}
          options={parents.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <FormActions>
          <SubmitButton variant="secondary" pendingLabel={t("unit.pending")}>
            {t("unit.submit")}
          </SubmitButton>
        </FormActions>
      </ActionForm>
    </Section>
  );
}
