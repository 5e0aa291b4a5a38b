/**
 * A list after what the centre tells of it: rows that are gone leave, rows that are another stay at their place, new ones
 * come last.
 */
export const withNews = <Row>(
  known: readonly Row[],
  news: readonly Row[],
  gone: readonly string[],
  idOf: (row: Row) => string,
): readonly Row[] => {
  const told = new Map(news.map((row) => [idOf(row), row]))
  const left = new Set(gone)
  const kept = known.filter((row) => !left.has(idOf(row)))
  const keptIds = new Set(kept.map(idOf))
  return [...kept.map((row) => told.get(idOf(row)) ?? row), ...news.filter((row) => !keptIds.has(idOf(row)))]
}
