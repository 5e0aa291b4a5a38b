import { jsonBytes } from './json-bytes'

export interface Tail<Item> {
  /** Adds an item and returns those that made room for it, oldest first. */
  readonly push: (item: Item) => readonly Item[]
  readonly items: () => readonly Item[]
}

/** The last items of a list, within a count and a size as JSON. It halves itself when full: that costs once in a while. */
export const createTail = <Item extends object>(most: {
  readonly count: number
  readonly bytes: number
}): Tail<Item> => {
  let items: Item[] = []
  let sizes: number[] = []
  let bytes = 0

  const halve = (): readonly Item[] => {
    let gone = 0
    while (items.length - gone > most.count / 2 || bytes > most.bytes / 2) {
      bytes -= sizes[gone] ?? 0
      gone += 1
    }
    const dropped = items.slice(0, gone)
    items = items.slice(gone)
    sizes = sizes.slice(gone)
    return dropped
  }

  return {
    push: (item) => {
      const size = jsonBytes(item)
      items.push(item)
      sizes.push(size)
      bytes += size
      return items.length > most.count || bytes > most.bytes ? halve() : []
    },
    items: () => items.slice(),
  }
}
