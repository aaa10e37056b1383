"use client";

import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

type GridColumn = {
  readonly key: string;
  readonly label: string;
  readonly kind?: "text" | "short" | "number";
  readonly rowHeader?: boolean;
  readonly sorted?: "ascending" | "descending" | "none";
  /** Stands in the header in place of the label. */
  readonly link?: ReactNode;
};

/** What stands in each column, by its key. */
type GridRow = { readonly key: string; readonly cells: Readonly<Record<string, ReactNode>>; readonly highlighted?: boolean };

export type TableGridProps = {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly dense?: boolean;
  readonly wide?: boolean;
};

/**
 * The grid of a `Table`. It is a client component for the server's sake: four hundred cells would otherwise be rendered
 * twice there and sent twice, once as HTML and once as elements for the script.
 */
export function TableGrid({ caption, captionHidden, columns, rows, dense, wide }: TableGridProps) {
  const captionId = useId();
  const table = (
    <table role="table" className={classNames("data-table", wide ? "data-table-wide" : "table-cards", dense && "data-table-dense")}>
      <caption id={captionId} className={captionHidden ? "sr-only" : undefined}>
        {caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, label, kind, sorted, link }) => (
            <th key={key} role="columnheader" scope="col" aria-sort={sorted} className={kind === "number" ? kind : undefined}>
              {link ?? label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells, highlighted }) => (
          <tr key={key} role="row" className={highlighted ? "bg-primary-50" : undefined}>
            {columns.map((column) => cellOf(column, cells[column.key]))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!wide) return table;
  return (
    <div role="region" aria-labelledby={captionId} tabIndex={0} className="max-h-[80vh] overflow-auto print:max-h-none">
      {table}
    </div>
  );
}

/** Its look is in styles/table.css. */
function cellOf({ key, label, kind, rowHeader }: GridColumn, content: ReactNode) {
  const look = kind === "text" ? undefined : kind;
  return rowHeader ? (
    <th key={key} role="rowheader" scope="row" data-label={label} className={look}>
      {content}
    </th>
  ) : (
    <td key={key} role="cell" data-label={label} className={look}>
      {content}
    </td>
  );
}
