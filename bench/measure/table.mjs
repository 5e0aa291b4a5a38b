const width = (text) => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e80 ? 2 : 1), 0)

/** Lines of columns; the first column to the left, the others to the right. */
export const table = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => width(cells[column]))))
  const pad = (text, column) => {
    const space = ' '.repeat(widths[column] - width(text))
    return column === 0 ? text + space : space + text
  }
  return rows.map((cells) => cells.map(pad).join('  ').trimEnd()).join('\n')
}
