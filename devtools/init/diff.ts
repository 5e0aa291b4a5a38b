/** What changes in a text, as a unified diff of one hunk: what `init` does to a text stands in one place. */

const AROUND = 2

const linesOf = (text: string): readonly string[] =>
  text === '' ? [] : text.replace(/\r/g, '').replace(/\n$/, '').split('\n')

/** How many of the first lines are the same in both. */
const shared = (one: readonly string[], other: readonly string[]): number => {
  const at = one.findIndex((line, index) => line !== other[index])
  return at < 0 ? Math.min(one.length, other.length) : at
}

const range = (from: number, count: number): string => `${count === 0 ? from : from + 1},${count}`

/** `null`: there was no such file. */
export const diffOf = (before: string | null, after: string): string => {
  const [old, now] = [linesOf(before ?? ''), linesOf(after)]
  const head = shared(old, now)
  const tail = shared(old.slice(head).reverse(), now.slice(head).reverse())
  const from = Math.max(0, head - AROUND)
  const foot = old.slice(old.length - tail, old.length - tail + AROUND)
  const gone = old.slice(head, old.length - tail)
  const come = now.slice(head, now.length - tail)
  const around = head - from + foot.length
  return [
    `@@ -${range(from, around + gone.length)} +${range(from, around + come.length)} @@`,
    ...old.slice(from, head).map((line) => ` ${line}`),
    ...gone.map((line) => `-${line}`),
    ...come.map((line) => `+${line}`),
    ...foot.map((line) => ` ${line}`),
  ].join('\n')
}
