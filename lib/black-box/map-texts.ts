/** No event of ours is deeper; what a page makes up may be. */
export const DEEPEST = 8

/** A copy of JSON in which each text went through `change`, by the key that it stands under, and the key above that. */
export const mapTexts = <Value>(value: Value, change: (key: string, text: string, above: string) => string): Value => {
  const copy = (part: unknown, key: string, above: string, depth: number): unknown => {
    if (typeof part === 'string') return change(key, part, above)
    if (typeof part !== 'object' || part === null) return part
    if (depth > DEEPEST) return null
    if (Array.isArray(part)) return part.map((item: unknown) => copy(item, key, above, depth + 1))
    const fields: Record<string, unknown> = {}
    Object.entries(part).forEach(([name, field]: [string, unknown]) => {
      fields[name] = copy(field, name, key, depth + 1)
    })
    return fields
  }
  // Texts become texts, so the shape stays.
  return copy(value, '', '', 0) as Value
}
