/** What one link has been told, held against what one leader could have told: a second leader, or a lost commit, differs. */
export interface LinkHistory {
  /** The call centre has said this on a socket of the link. */
  hear(text: string): void
  /** What no single leader could have said. */
  readonly faults: readonly string[]
}

/** `name`: of whoever holds the link, for the words of a fault. */
export function createHistory(name: string): LinkHistory {
  const told = new Map<number, string>()
  const faults: string[] = []
  let [last, taken] = [0, 0]
  const takenUpTo = (seen: number): void => {
    if (seen < taken) faults.push(`${name}: ${taken} was acknowledged, and then only ${seen}`)
    taken = Math.max(taken, seen)
  }
  const number = (n: number, text: string): void => {
    const before = told.get(n)
    if (before === undefined && n !== last + 1) faults.push(`${name}: ${n} came after ${last}`)
    if (before !== undefined && before !== text)
      faults.push(`${name}: ${n} was said in two ways: ${before} and ${text}`)
    told.set(n, text)
    last = Math.max(last, n)
  }
  return {
    faults,
    hear(text) {
      const frame = JSON.parse(text) as Readonly<Record<string, unknown>>
      if (frame['type'] === 'link/welcome' && frame['resumed'] === true && Number(frame['sent']) < last) {
        faults.push(`${name}: ${last} was told, and then only ${String(frame['sent'])} had been`)
      }
      if (typeof frame['seen'] === 'number') takenUpTo(frame['seen'])
      if (typeof frame['n'] === 'number') number(frame['n'], text)
    },
  }
}
