import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import ArrowUpDown from "lucide-react/icons/arrow-up-down";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { Link } from "./link";

export type Column<Row> = {
  readonly key: string;
  /** Also the label of the value when the row becomes a card. */
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** `number` is right-aligned, `short` never breaks, `text` wraps. */
  readonly kind?: "text" | "short" | "number";
  /** The one column that names the row. */
  readonly rowHeader?: boolean;
  /** The header is a link that sorts; `sorted` says how the rows stand now, `hint` is read after the header. */
  readonly sort?: { readonly href: string; readonly sorted?: "ascending" | "descending"; readonly hint?: string };
};

export type TableProps<Row> = {
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly dense?: boolean;
  /** More columns than a page is wide: scrolls sideways inside a region that the keyboard reaches. */
  readonly wide?: boolean;
  /** Marks a row, for instance the one just changed or above the line. */
  readonly highlighted?: (row: Row) => boolean;
};

export const Table = <Row,>(props: TableProps<Row>) => {
  const captionId = useId();
  const { columns, rows, rowKey, dense = false, wide = false, highlighted } = props;
  const table = (
    <table role="table" className={classNames("w-full border-collapse text-start", !wide && "table-cards", dense && "text-sm")}>
      <caption id={captionId} className={props.captionHidden ? "sr-only" : "pb-3 text-start font-semibold"}>
        {props.caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column as Column<never>} dense={dense} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={highlighted?.(row) ? "bg-primary-50" : undefined}>
            {columns.map((column) => (
              <BodyCell key={column.key} column={column as Column<never>} dense={dense}>
                {column.cell(row)}
              </BodyCell>
            ))}
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
};

type CellProps = { readonly column: Column<never>; readonly dense: boolean; readonly children?: ReactNode };

const HeaderCell = ({ column: { header, kind, sort }, dense }: CellProps) => (
  <th
    role="columnheader"
    scope="col"
    aria-sort={sort ? (sort.sorted ?? "none") : undefined}
    className={classNames(
      "sticky top-0 z-10 border-b-2 border-line-strong bg-surface px-3 align-middle text-sm font-semibold",
      dense ? "py-1.5" : "py-2",
      kind === "number" ? "text-end" : "text-start",
    )}
  >
    {sort ? <SortLink header={header} {...sort} /> : header}
  </th>
);

const SortLink = ({ header, href, sorted, hint }: { readonly header: string } & NonNullable<Column<never>["sort"]>) => (
  <Link href={href} className="inline-flex min-h-8 items-center gap-1 no-underline hover:underline">
    {header}
    <Icon glyph={sorted === undefined ? ArrowUpDown : sorted === "ascending" ? ArrowUp : ArrowDown} size={16} />
    {hint && <span className="sr-only">{hint}</span>}
  </Link>
);

const BodyCell = ({ column: { header, kind = "text", rowHeader }, dense, children }: CellProps) => {
  const className = classNames(
    "border-b border-line px-3 align-top font-normal",
    dense ? "py-1.5" : "py-2.5",
    kind === "number" ? "text-end whitespace-nowrap" : "text-start",
    kind === "short" && "whitespace-nowrap",
    kind === "text" && "sm:min-w-28 wrap-anywhere",
  );
  return rowHeader ? (
    <th role="rowheader" scope="row" data-label={header} className={className}>
      {children}
    </th>
  ) : (
    <td role="cell" data-label={header} className={className}>
      {children}
    </td>
  );
};
