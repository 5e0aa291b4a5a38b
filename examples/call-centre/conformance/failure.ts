/** What a server does otherwise than PROTOCOL.md says, in words. */
export class Failure extends Error {}

export function must(condition: boolean, words: string): asserts condition {
  if (!condition) throw new Failure(words)
}
