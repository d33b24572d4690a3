/** Rows as columns of equal width, the first to the left. */
export function asTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? []
  const cell = (text: string, column: number) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart((widths[column] ?? 0) + 3))
  return rows.map((row) => `  ${row.map(cell).join('')}`.trimEnd()).join('\n')
}

export function ratio(number: number): string {
  return number.toFixed(2)
}
