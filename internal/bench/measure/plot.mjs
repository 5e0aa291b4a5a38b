/** A line chart as SVG. `series`: `{ name, points: [x, y][] }`; both axes start at `least` and may be logarithmic. */
const WIDTH = 760
const HEIGHT = 380
const LEFT = 84
const BOTTOM = 52
const TOP = 44
const COLOURS = ['#0b7285', '#e8590c', '#5f3dc4', '#868e96', '#2b8a3e', '#c2255c']

const scale = ({ least, most, log }, from, to) => {
  const [low, high] = log ? [Math.log10(least), Math.log10(most)] : [least, most]
  return (value) => from + ((to - from) * ((log ? Math.log10(Math.max(value, least)) : value) - low)) / (high - low)
}

const text = (x, y, words, more = '') => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${words}</text>`

const path = (points, x, y) =>
  points.map(([px, py], index) => `${index ? 'L' : 'M'}${x(px).toFixed(1)} ${y(py).toFixed(1)}`)

const axes = ({ xAxis, yAxis }, x, y) => [
  ...xAxis.ticks.map((tick) => text(x(tick), HEIGHT - BOTTOM + 20, String(tick), 'text-anchor="middle"')),
  ...yAxis.ticks.flatMap((tick) => [
    `<path d="M${LEFT} ${y(tick).toFixed(1)}H${WIDTH - 16}" stroke="#ced4da"/>`,
    text(LEFT - 8, y(tick) + 4, tick.toLocaleString('en'), 'text-anchor="end"'),
  ]),
  text((LEFT + WIDTH) / 2, HEIGHT - 10, xAxis.name, 'text-anchor="middle"'),
  text(LEFT, TOP - 16, yAxis.name),
]

export const lineChart = ({ title, xAxis, yAxis, series }) => {
  const x = scale(xAxis, LEFT, WIDTH - 16)
  const y = scale(yAxis, HEIGHT - BOTTOM, TOP)
  const lines = series.flatMap(({ name, points }, index) => [
    `<path d="${path(points, x, y).join('')}" fill="none" stroke="${COLOURS[index]}" stroke-width="2"/>`,
    text(WIDTH - 24, TOP + 14 + 17 * index, name, `text-anchor="end" fill="${COLOURS[index]}"`),
  ])
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${title}</title><rect width="100%" height="100%" fill="#fff"/>`,
    ...axes({ xAxis, yAxis }, x, y),
    ...lines,
    '</svg>\n',
  ].join('\n')
}
