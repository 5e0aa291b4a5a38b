const width = (text) => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) > 0x2e80 ? 2 : 1), 0)

const isFigure = (text) => /^(≤ )?(–|-?[\d.,]+)( %)?$/.test(text)

/** Lines of columns; words to the left, figures to the right. */
export const table = (rows) => {
  const isOfWords = rows[0].map((_, column) => rows.slice(1).some((cells) => !isFigure(cells[column])))
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => width(cells[column]))))
  const pad = (text, column) => {
    const space = ' '.repeat(widths[column] - width(text))
    return isOfWords[column] ? text + space : space + text
  }
  return rows.map((cells) => cells.map(pad).join('  ').trimEnd()).join('\n')
}
