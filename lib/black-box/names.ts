/** Names in the place of secrets: the same for the same value, different for another, never used twice. */
export interface Names {
  readonly nameOf: (kind: string, value: string) => string
  /** Lets go of the values; their names are not used again. */
  readonly forget: () => void
}

export const createNames = (): Names => {
  const names = new Map<string, string>()
  let count = 0
  return {
    nameOf: (kind, value) => {
      const known = names.get(value)
      if (known !== undefined || value === '') return known ?? ''
      count += 1
      const name = `[${kind} ${String(count)}]`
      names.set(value, name)
      return name
    },
    forget: () => {
      names.clear()
    },
  }
}
