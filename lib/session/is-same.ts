type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Whether two values say the same as JSON. It stops at the first difference, and at whatever both share. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (!isObject(one) || !isObject(other)) return false
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  // What changes often is set last, and nearly all comparisons meet the same object with another value in it.
  for (let last = names.pop(); last !== undefined; last = names.pop()) {
    if (!isSame(one[last], other[last])) return false
  }
  return true
}
