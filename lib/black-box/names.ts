/** Names in the place of secrets: the same for the same value, different for another. */
export const createNames = (): ((kind: string, value: string) => string) => {
  const names = new Map<string, string>()
  return (kind, value) => {
    const known = names.get(value)
    if (known !== undefined || value === '') return known ?? ''
    const name = `[${kind} ${String(names.size + 1)}]`
    names.set(value, name)
    return name
  }
}
