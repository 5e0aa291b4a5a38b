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
