import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import ArrowUpDown from "lucide-react/icons/arrow-up-down";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Link } from "./link";
import { TableGrid } from "./table-grid";

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

/** What stands in the cells is decided here; the grid around them is drawn by one component from plain values. */
export const Table = <Row,>({ columns, rows, rowKey, highlighted, ...look }: TableProps<Row>) => (
  <TableGrid
    {...look}
    columns={columns.map(({ key, header, kind, rowHeader, sort }) => ({
      key, label: header, kind, rowHeader, ...(sort && { sorted: sort.sorted ?? "none", link: <SortLink header={header} {...sort} /> }),
    }))}
    rows={rows.map((row) => ({
      key: rowKey(row), cells: Object.fromEntries(columns.map(({ key, cell }) => [key, cell(row)])), ...(highlighted?.(row) && { highlighted: true }),
    }))}
  />
);

const SortLink = ({ header, href, sorted, hint }: { readonly header: string } & NonNullable<Column<never>["sort"]>) => (
  <Link href={href} className="inline-flex min-h-8 items-center gap-1 no-underline hover:underline">
    {header}
    <Icon glyph={sorted === undefined ? ArrowUpDown : sorted === "ascending" ? ArrowUp : ArrowDown} size={16} />
    {hint && <span className="sr-only">{hint}</span>}
  </Link>
);
