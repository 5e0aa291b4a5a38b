/** Whether two values say the same as JSON. It stops at the first difference, and at whatever both share. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every((name) => isSame(fieldOf(one, name), fieldOf(other, name)))
}

const fieldOf = (value: object, name: string): unknown => (value as Readonly<Record<string, unknown>>)[name]
