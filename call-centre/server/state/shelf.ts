import type { Change, Entry } from './store'

/** What is to outlive the process: small JSON values, each with a kind and a name. */
export interface Shelf {
  /** What is kept under a kind, in the order in which it was first put. */
  all(kind: string): ReadonlyMap<string, unknown>
  /** Notes a change; `read` is asked at the next commit, so that many changes in one turn cost one. */
  put(kind: string, name: string, read: () => unknown): void
  remove(kind: string, name: string): void
}

/** A shelf whose notes go to a store. */
export interface NotedShelf extends Shelf {
  /** What was noted since the last time and is news: it counts as kept from now on. */
  take(): readonly Change[]
  /** Nothing is noted from now on. */
  close(): void
}

/** For a centre that forgets everything with its process. */
export const noShelf: Shelf = {
  all: () => new Map(),
  put: () => undefined,
  remove: () => undefined,
}

/** `noted` hears of each change that is to be taken. */
export function createShelf(entries: readonly Entry[], noted: () => void = () => undefined): NotedShelf {
  const kinds = new Map<string, Map<string, string>>()
  const notes = new Map<string, { readonly kind: string; readonly name: string; readonly read: () => unknown }>()
  const kindOf = (kind: string): Map<string, string> => {
    const known = kinds.get(kind) ?? new Map<string, string>()
    kinds.set(kind, known)
    return known
  }
  for (const [kind, name, json] of entries) kindOf(kind).set(name, json)
  let closed = false
  const note = (kind: string, name: string, read: () => unknown): void => {
    if (closed) return
    notes.set(`${kind} ${name}`, { kind, name, read })
    noted()
  }
  return {
    all: (kind) => new Map([...kindOf(kind)].map(([name, json]) => [name, JSON.parse(json) as unknown])),
    put: note,
    remove(kind, name) {
      note(kind, name, () => null)
    },
    take() {
      const changes = [...notes.values()].flatMap(({ kind, name, read }) => newsOf(kindOf(kind), kind, name, read()))
      notes.clear()
      return changes
    },
    close() {
      closed = true
    },
  }
}

/** Enters what is to be kept; null is nothing. The answer is empty when it was kept like this before. */
function newsOf(known: Map<string, string>, kind: string, name: string, value: unknown): readonly Change[] {
  if (value === null) return known.delete(name) ? [[kind, name, null]] : []
  const json = JSON.stringify(value)
  if (known.get(name) === json) return []
  known.set(name, json)
  return [[kind, name, json]]
}
