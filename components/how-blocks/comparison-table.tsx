import type { ReactNode } from "react";

type Row = { readonly id: string; readonly what: string; readonly cells: readonly ReactNode[] };
type ComparisonTableProps = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
};

/** Side by side where there is room; on a phone each row becomes a short list that names its columns. */
export function ComparisonTable({ caption, columns, rows }: ComparisonTableProps) {
  return (
    <table className="mt-5 block w-full text-start sm:table sm:table-fixed sm:border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only sm:not-sr-only">
        <tr className="border-line border-b-2">
          <td className="w-1/4" />
          {columns.map((column) => (
            <th className="py-2 pe-4 text-start font-display text-lg" key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {rows.map(({ id, what, cells }) => (
          <tr className="block border-line border-b py-3 align-top sm:table-row" key={id}>
            <th className="block py-1 pe-4 text-start sm:table-cell sm:py-3" scope="row">
              {what}
            </th>
            {cells.map((cell, at) => (
              <td className="block py-1 pe-4 sm:table-cell sm:py-3" key={columns[at]}>
                <span className="block text-quiet text-sm sm:hidden">{columns[at]}</span>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
