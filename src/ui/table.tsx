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
    <table role="table" className={classNames("data-table", !wide && "table-cards", dense && "data-table-dense")}>
      <caption id={captionId} className={props.captionHidden ? "sr-only" : undefined}>
        {props.caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column as Column<never>} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" {...classOf(highlighted?.(row) && "bg-primary-50")}>
            {columns.map((column) => (
              <BodyCell key={column.key} column={column as Column<never>}>
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

type CellProps = { readonly column: Column<never>; readonly children?: ReactNode };

const HeaderCell = ({ column: { header, kind, sort } }: CellProps) => (
  <th role="columnheader" scope="col" aria-sort={sort ? (sort.sorted ?? "none") : undefined} {...classOf(kind === "number" && kind)}>
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

/** Its look is in styles/table.css. */
const BodyCell = ({ column: { header, kind = "text", rowHeader }, children }: CellProps) => {
  const look = classOf(kind !== "text" && kind);
  return rowHeader ? (
    <th role="rowheader" scope="row" data-label={header} {...look}>
      {children}
    </th>
  ) : (
    <td role="cell" data-label={header} {...look}>
      {children}
    </td>
  );
};

/** A class that is not there is not even sent as undefined: a list has hundreds of cells. */
const classOf = (name: string | false | undefined) => (name ? { className: name } : {});
