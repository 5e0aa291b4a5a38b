import { DEEPEST } from './map-texts'

/** About the bytes that a value has as JSON, found without making it. */
export const weightOf = (value: unknown, depth = 0): number => {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return 4
  let weight = 2
  for (const name in value) {
    weight += name.length + 4 + weightOf((value as Readonly<Record<string, unknown>>)[name], depth + 1)
  }
  return weight
}
