/** Checks of JSON that name the place of what is wrong. */

/** `null`: it fits. Otherwise the fault in words. */
export type Check = (value: unknown, path: string) => string | null

const LATEST_MS = 4e15

const expected =
  (what: string, fits: (value: unknown) => boolean): Check =>
  (value, path) =>
    fits(value) ? null : `${path} should be ${what}`

export const text = expected('a text', (value) => typeof value === 'string')
export const number = expected('a number', (value) => typeof value === 'number' && Number.isFinite(value))
/** So large that the sum of two still makes a `Date`. */
export const time = expected(
  'a time in milliseconds',
  (value) => typeof value === 'number' && Math.abs(value) <= LATEST_MS,
)
export const flag = expected('true or false', (value) => typeof value === 'boolean')

export const oneOf = (...words: readonly string[]): Check =>
  expected(`one of ${words.join(', ')}`, (value) => typeof value === 'string' && words.includes(value))

/** The words of a union, as the keys of a record: the type says when one is missing. */
export const everyOf = <Word extends string>(words: Readonly<Record<Word, unknown>>): Check =>
  oneOf(...Object.keys(words))

export const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? null : check(value, path)

export const nullable =
  (check: Check): Check =>
  (value, path) =>
    value === null ? null : check(value, path)

export const list =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return `${path} should be a list`
    const items: readonly unknown[] = value
    return items.reduce<string | null>((fault, item, index) => fault ?? check(item, `${path}[${String(index)}]`), null)
  }

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const record =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isRecord(value)) return `${path} should be an object`
    for (const [name, check] of Object.entries(fields)) {
      const fault = check(value[name], `${path}.${name}`)
      if (fault !== null) return fault
    }
    return null
  }

/** Each field may be missing. */
export const partial =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isRecord(value)) return `${path} should be an object`
    const given = Object.entries(fields).filter(([name]) => value[name] !== undefined)
    return given.map(([name, check]) => check(value[name], `${path}.${name}`)).find((fault) => fault !== null) ?? null
  }

/** The first check decides unless it finds a fault; then the second does. */
export const either =
  (one: Check, other: Check): Check =>
  (value, path) =>
    one(value, path) === null ? null : other(value, path)
