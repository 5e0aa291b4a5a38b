/** A figure as it is printed: thousands apart, otherwise two places. */
export const figure = (value) => {
  if (!Number.isFinite(value)) return '–'
  return Math.abs(value) >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toFixed(2)))
}
