/** One entry of the state: what kind it is of, its name among them, and its value in JSON. */
export type Entry = readonly [kind: string, name: string, json: string]

/** One change of the state; without `json` the entry is taken away. */
export type Change = Entry | readonly [kind: string, name: string, json: null]

/** How the owner of a store that others may take knows, between commits, that it is still its own. */
export interface Tenure {
  /** Whether the owner may speak, hear and act. When it may not, all that {@link onLost} has led to is done already. */
  readonly isHeld: () => boolean
  /** `tell` hears once that the store is lost, and why; who has asked first hears first. */
  readonly onLost: (tell: (fault: unknown) => void) => void
}

/**
 * Where the state outlives the process. A store has one owner at a time: one that finds that another process has taken
 * it over refuses to commit.
 */
export interface Store {
  /** Where it is, for messages. */
  readonly place: string
  /** Absent: it is its owner's until a commit fails. */
  readonly tenure?: Tenure
  /**
   * Takes the store over. Resolves with what was kept, in the order in which it was first put.
   * Rejects with a `StateFault`: it cannot be reached, is in use, or is damaged.
   */
  open(): Promise<readonly Entry[]>
  /**
   * Resolves when all of the changes are kept; a crash keeps all of them or none. One commit at a time, after `open`.
   * Rejects with a `StateFault` when they are not kept, or nobody knows: then the owner has lost the store, forgets
   * what it has in memory without a word to anybody, and opens it anew.
   */
  commit(changes: readonly Change[]): Promise<void>
  /** What was taken away before is nowhere in the store any more. */
  purge(): Promise<void>
  /** Gives it to whoever opens it next. */
  close(): Promise<void>
}

/** Lives as long as the process, through as many call centres as open it. */
export function memoryStore(): Store {
  const kept = createKept()
  return {
    place: 'the memory of the process',
    open: () => Promise.resolve(kept.entries()),
    commit(changes) {
      kept.enter(changes)
      return Promise.resolve()
    },
    purge: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}

/** What a store holds. */
export interface Kept {
  enter(changes: readonly Change[]): void
  /** Kind by kind, and in each in the order in which they were first put. */
  entries(): readonly Entry[]
}

export function createKept(): Kept {
  const kinds = new Map<string, Map<string, string>>()
  return {
    enter(changes) {
      for (const [kind, name, json] of changes) {
        const entries = kinds.get(kind) ?? new Map<string, string>()
        kinds.set(kind, entries)
        if (json === null) entries.delete(name)
        else entries.set(name, json)
      }
    },
    entries: () =>
      [...kinds].flatMap(([kind, entries]) => [...entries].map(([name, json]) => [kind, name, json] as const)),
  }
}
