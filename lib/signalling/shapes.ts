/** Checks of untrusted values: each returns a clean copy of what it knows, or undefined when it does not fit. */
export type Check<Value = unknown> = (value: unknown) => Value | undefined

const MAX_TEXT = 8_192
const MAX_ITEMS = 64

export const text: Check<string> = (value) =>
  typeof value === 'string' && value.length <= MAX_TEXT ? value : undefined

export const number: Check<number> = (value) => (typeof value === 'number' && isFinite(value) ? value : undefined)

/** A whole number that is not negative. */
export const count: Check<number> = (value) =>
  typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER && Math.floor(value) === value
    ? value
    : undefined

export const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

export const oneOf =
  (...words: readonly string[]): Check<string> =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? value : undefined

/** A field that may be absent. A field that is there must fit. */
export const optional = (check: Check): Check & { readonly optional: true } =>
  Object.assign((value: unknown) => check(value), { optional: true as const })

export const list =
  (check: Check): Check<readonly unknown[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > MAX_ITEMS) return undefined
    const items = value.map(check)
    return items.includes(undefined) ? undefined : items
  }

const has = (value: object, name: string): boolean => Object.prototype.hasOwnProperty.call(value, name)

/** An object with these own fields; all others are left behind, so `__proto__` and friends never arrive. */
export const record = <Value = unknown>(fields: Readonly<Record<string, Check>>): Check<Value> => {
  const names = Object.keys(fields)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const copy: Record<string, unknown> = {}
    for (const name of names) {
      const check = fields[name]
      if (check === undefined) continue
      if (!has(value, name) && 'optional' in check) continue
      const field = check((value as Readonly<Record<string, unknown>>)[name])
      if (field === undefined || !has(value, name)) return undefined
      copy[name] = field
    }
    return copy as Value
  }
}
