/** A table with all of its rows; its texts are markdown. */
import type { CellStyles } from "../protocol/elements.ts";
import { decodeFrame } from "../protocol/frame.ts";
import { styleOf } from "./css-declarations.ts";
import { shownText } from "./data-frame/field-text.ts";
import { type Field, readFields } from "./data-frame/fields.ts";
import { RichText } from "./markdown/index.ts";
import type { ViewProps } from "./view-props.ts";
import "./table.css";

export function TableView({ props }: ViewProps<"table">) {
  const { frame, styles, border, hide_index, hide_header, height, alt } = props;
  const table = decodeFrame(frame);
  const fields = readFields(table, { column_config: "{}", column_order: null, hide_index });
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  return (
    <section
      className="ts-table stTable"
      data-testid="stTable"
      data-border={border}
      // A scrolling area has to be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      aria-label={alt ?? "Table"}
      style={{ blockSize: typeof height === "number" ? height : undefined }}
    >
      <table data-testid="stTableStyledTable">
        {!hide_header && <Header fields={fields} />}
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {fields.map((field) => (
                <TableCell
                  key={field.id}
                  field={field}
                  row={row}
                  styles={styles}
                  width={table.columns.length}
                />
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={Math.max(1, fields.length)} className="ts-table-missing">
                empty
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function Header({ fields }: { fields: readonly Field[] }) {
  const groups = groupsOf(fields);
  return (
    <thead>
      {groups && (
        <tr>
          {groups.map(({ first, title, span }) => (
            <th key={first} scope="colgroup" colSpan={span}>
              {title}
            </th>
          ))}
        </tr>
      )}
      <tr>
        {fields.map((field) => (
          <th key={field.id} scope="col" style={{ textAlign: field.alignment }}>
            <RichText text={field.title} inline />
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Neighbours under the same upper header; undefined when no column has one. */
function groupsOf(fields: readonly Field[]) {
  if (fields.every(({ group }) => group === undefined)) return undefined;
  const groups: { first: string; title: string; span: number }[] = [];
  for (const { id, group = "" } of fields) {
    const last = groups.at(-1);
    if (last && last.title === group && group !== "") last.span += 1;
    else groups.push({ first: id, title: group, span: 1 });
  }
  return groups;
}

interface TableCellProps {
  readonly field: Field;
  readonly row: number;
  readonly styles: CellStyles | null;
  /** How many columns the frame has. */
  readonly width: number;
}

function TableCell({ field, row, styles, width }: TableCellProps) {
  const value = field.column.cell(row);
  const code =
    styles?.cells && field.place >= 0 ? cellCode(styles.cells, row * width + field.place) : 0;
  const css = code > 0 ? styles?.css[code - 1] : undefined;
  const written = styles?.texts && decodeFrame(styles.texts).columns[field.place]?.cell(row);
  const style = { textAlign: field.alignment, ...(css ? styleOf(css) : undefined) };
  const content =
    value === null && !written ? (
      <span className="ts-table-missing">None</span>
    ) : field.kind === "text" || typeof written === "string" ? (
      <RichText text={typeof written === "string" ? written : shownText(field, value)} inline />
    ) : (
      shownText(field, value)
    );
  if (field.isIndex) {
    return (
      <th scope="row" style={style}>
        {content}
      </th>
    );
  }
  return <td style={style}>{content}</td>;
}

function cellCode(cells: Uint8Array, place: number): number {
  return (cells[2 * place] ?? 0) + 256 * (cells[2 * place + 1] ?? 0);
}
