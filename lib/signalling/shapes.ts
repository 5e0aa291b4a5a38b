/** Checks of untrusted values: each returns a clean copy of what it knows, or undefined when it does not fit. */
export type Check<Value = unknown> = (value: unknown) => Value | undefined

/** Text of so many UTF-16 units. */
export const text =
  (least: number, most: number): Check<string> =>
  (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most ? value : undefined

/** `pattern` must be anchored. */
export const matching =
  (pattern: RegExp): Check<string> =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : undefined

/** A whole number from `least` on. */
export const whole =
  (least: number): Check<number> =>
  (value) =>
    typeof value === 'number' && value >= least && Number.isSafeInteger(value) ? value : undefined

export const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

export const oneOf =
  (...words: readonly string[]): Check<string> =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? value : undefined

/** A field that may be absent. A field that is there must fit. */
export const optional = (check: Check): Check & { readonly optional: true } =>
  Object.assign((value: unknown) => check(value), { optional: true as const })

export const list =
  (check: Check, most: number): Check<readonly unknown[]> =>
  (value) => {
    if (!Array.isArray(value) || value.length > most) return undefined
    const items = value.map(check)
    return items.includes(undefined) ? undefined : items
  }

const has = (value: object, name: string): boolean => Object.prototype.hasOwnProperty.call(value, name)

/** An object with these fields; all others are left behind, so `__proto__` and friends never arrive. */
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
      if (field === undefined) return undefined
      copy[name] = field
    }
    return copy as Value
  }
}

/** Whether nothing in the value lies deeper than so many levels of objects and lists. */
export const fitsLevels = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => fitsLevels(inner, levels - 1)))
