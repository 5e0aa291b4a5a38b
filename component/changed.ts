/** The keys of `next` that are other than those shown; `null`: nothing has to be set. */
export const changed = <View extends object>(shown: View, next: View): Partial<View> | null => {
  const names = (Object.keys(next) as (keyof View)[]).filter((name) => next[name] !== shown[name])
  if (names.length === 0) return null
  return names.reduce<Partial<View>>((changes, name) => ({ ...changes, [name]: next[name] }), {})
}
