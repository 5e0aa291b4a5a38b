/** A chart of bars as SVG, on a logarithmic axis that starts at 1. `bars`: `{ name, values }`, one value per legend. */
const WIDTH = 760
const LEFT = 230
const THICK = 13
const COLOURS = ['#0b7285', '#e8590c']

export const barChart = ({ title, legend, bars }) => {
  const most = Math.log10(Math.max(...bars.flatMap(({ values }) => values)) * 1.6)
  const length = (value) => Math.max(2, ((WIDTH - LEFT - 60) * Math.log10(value)) / most)
  const groupHeight = THICK * legend.length + 12
  const height = 60 + bars.length * groupHeight
  const groups = bars.flatMap(({ name, values }, index) => {
    const top = 50 + index * groupHeight
    const drawn = values.flatMap((value, part) => {
      const y = top + part * THICK
      return [
        `<rect x="${LEFT}" y="${y}" width="${length(value).toFixed(1)}" height="${THICK - 2}" fill="${COLOURS[part]}"/>`,
        `<text x="${(LEFT + length(value) + 6).toFixed(1)}" y="${y + THICK - 4}">${value.toFixed(value < 100 ? 1 : 0)}</text>`,
      ]
    })
    return [`<text x="${LEFT - 10}" y="${top + THICK + 2}" text-anchor="end">${name}</text>`, ...drawn]
  })
  const keys = legend.map(
    (words, part) => `<text x="${LEFT + part * 90}" y="40" fill="${COLOURS[part]}">${words}</text>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${title}</title><rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="16" y="20" font-size="14">${title}</text>`,
    ...keys,
    ...groups,
    '</svg>\n',
  ].join('\n')
}
