/** Whether a version like `2.9.10` comes before another, part by part as numbers. One that is not known is no older. */
export const isOlder = (version: string | undefined, least: string | undefined): boolean => {
  if (version === undefined || least === undefined) return false
  const have = version.split('.').map(Number)
  const want = least.split('.').map(Number)
  const index = want.findIndex((part, at) => (have[at] ?? 0) !== part)
  return index >= 0 && (have[index] ?? 0) < (want[index] ?? 0)
}
