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

/** A whole number from `least` to `most`; default: as far as they are exact. */
export const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER): Check<number> =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most && Number.isSafeInteger(value) ? value : undefined

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
    const given: readonly unknown[] = value
    const items = given.map((item) => check(item))
    if (items.includes(undefined)) return undefined
    return items.every((item, index) => item === given[index]) ? given : items
  }

type Fields = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const copyOf = (value: Fields, fields: Readonly<Record<string, Check>>): Fields => {
  const copy: Record<string, unknown> = {}
  for (const name in fields) {
    const field = fields[name]?.(value[name])
    if (field !== undefined) copy[name] = field
  }
  return copy
}

/**
 * An object of JSON with these fields; all others are left behind, so `__proto__` and friends never arrive. One that has
 * no others comes back as it is.
 */
export const record =
  <Value = unknown>(fields: Readonly<Record<string, Check>>): Check<Value> =>
  (value) => {
    if (!isObject(value)) return undefined
    let others = Object.keys(value).length
    for (const name in fields) {
      const check = fields[name]
      const field = value[name]
      if (check === undefined || (field === undefined && 'optional' in check)) continue
      const checked = check(field)
      if (checked === undefined) return undefined
      // A field that was changed is left behind, too.
      if (checked === field) others -= 1
    }
    return (others === 0 ? value : copyOf(value, fields)) as Value
  }

/** Whether nothing in the value lies deeper than so many levels of objects and lists. */
export const fitsLevels = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => fitsLevels(inner, levels - 1)))
