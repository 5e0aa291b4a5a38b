const sorted = (values) => [...values].sort((a, b) => a - b)

/** The value below which `share` of the values lie. */
export const quantile = (values, share) => {
  const inOrder = sorted(values)
  return inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))]
}

export const summary = (values) => ({
  median: quantile(values, 0.5),
  p25: quantile(values, 0.25),
  p75: quantile(values, 0.75),
  samples: values.length,
})

/**
 * How y grows with x: the exponent of the curve y ~ x^exponent that fits the points best, both axes logarithmic. 1 is
 * linear, 2 is quadratic. Undefined with fewer than two points.
 */
export const growth = (points) => {
  if (points.length < 2) return undefined
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)])
  const mean = (axis) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length
  const [meanX, meanY] = [mean(0), mean(1)]
  const along = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0)
  return along / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
}
