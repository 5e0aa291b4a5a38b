type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

/** Whether two values say the same as JSON. It stops at the first difference, and at whatever both share. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (!isObject(one) || !isObject(other)) return false
  // The same object with another value in it is what nearly all comparisons meet.
  for (const name in one) if (!isSame(one[name], other[name])) return false
  return Object.keys(one).length === Object.keys(other).length
}
