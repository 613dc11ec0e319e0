/** Columns as wide as their widest cell; numbers to the right, the last column as long as it is. */
export function tableLines(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] {
  if (rows.length === 0) return [];
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => String(row[at] ?? "").length)));
  const cell = (value: string | number, at: number): string => {
    const text = String(value);
    if (typeof value === "number") return text.padStart(widths[at] ?? 0);
    return at === head.length - 1 ? text : text.padEnd(widths[at] ?? 0);
  };
  const line = (row: readonly (string | number)[]): string => row.map(cell).join("  ").trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}
