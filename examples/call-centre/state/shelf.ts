/** What outlives the process: small JSON values, each with a kind and a name. */
export interface Shelf {
  /** What is kept under a kind, in the order in which it was first put. */
  all(kind: string): ReadonlyMap<string, unknown>
  /** Notes a change; `read` is asked at the next commit, so that many changes in one turn cost one. */
  put(kind: string, name: string, read: () => unknown): void
  remove(kind: string, name: string): void
  /** What was put before is kept when this returns. */
  commit(): void
  /** Commits; nothing is kept from now on. */
  close(): void
}

/** One change; a value of null takes the entry away. */
export type Change = readonly [kind: string, name: string, value: unknown]

/** For a centre that forgets everything with its process. */
export const noShelf: Shelf = {
  all: () => new Map(),
  put: () => undefined,
  remove: () => undefined,
  commit: () => undefined,
  close: () => undefined,
}

/** A shelf over `kept`, kind by kind; each commit that changes something hands its changes to `write`. */
export function createShelf(
  kept: Map<string, Map<string, string>>,
  write: (changes: readonly Change[]) => void,
): Shelf {
  const noted = new Map<string, { readonly kind: string; readonly name: string; readonly read: () => unknown }>()
  let closed = false
  const note = (kind: string, name: string, read: () => unknown): void => {
    if (!closed) noted.set(`${kind} ${name}`, { kind, name, read })
  }
  const commit = (): void => {
    const changes = [...noted.values()].flatMap(({ kind, name, read }) => change(kept, [kind, name, read()]))
    noted.clear()
    if (changes.length > 0) write(changes)
  }
  return {
    all: (kind) => new Map([...(kept.get(kind) ?? [])].map(([name, text]) => [name, JSON.parse(text) as unknown])),
    put: note,
    remove: (kind, name) => {
      note(kind, name, () => null)
    },
    commit,
    close() {
      commit()
      closed = true
    },
  }
}

/** Enters a change; the answer is empty when it changes nothing. */
export function change(kept: Map<string, Map<string, string>>, [kind, name, value]: Change): readonly Change[] {
  const shelf = kept.get(kind) ?? new Map<string, string>()
  kept.set(kind, shelf)
  if (value === null) return shelf.delete(name) ? [[kind, name, null]] : []
  const text = JSON.stringify(value)
  if (shelf.get(name) === text) return []
  shelf.set(name, text)
  return [[kind, name, value]]
}
