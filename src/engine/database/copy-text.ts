/** A cell in COPY's text format: nothing is \\N; backslash, tab and line ends are written out. */
export function copyCell(value: string | null): string {
  if (value === null) return '\\N'
  if (!/[\\\t\n\r]/.test(value)) return value
  return value.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] as string)
}
