export interface Tail<Item> {
  /** Adds an item of so many bytes and returns those that made room for it, oldest first. */
  readonly push: (item: Item, bytes: number) => readonly Item[]
  /** Takes the oldest away. */
  readonly drop: (count: number) => readonly Item[]
  readonly items: () => readonly Item[]
}

const NONE: readonly never[] = []

/** The last items of a list, within a count and a size. It halves itself when full: that costs once in a while. */
export const createTail = <Item>(most: { readonly count: number; readonly bytes: number }): Tail<Item> => {
  let items: Item[] = []
  let sizes: number[] = []
  let bytes = 0

  const drop = (count: number): readonly Item[] => {
    const dropped = items.slice(0, count)
    bytes -= sizes.slice(0, count).reduce((sum, size) => sum + size, 0)
    items = items.slice(count)
    sizes = sizes.slice(count)
    return dropped
  }

  const halve = (): readonly Item[] => {
    let count = 0
    let left = bytes
    while (items.length - count > most.count / 2 || left > most.bytes / 2) {
      left -= sizes[count] ?? 0
      count += 1
    }
    return drop(count)
  }

  return {
    push: (item, size) => {
      items.push(item)
      sizes.push(size)
      bytes += size
      return items.length > most.count || bytes > most.bytes ? halve() : NONE
    },
    drop,
    items: () => items,
  }
}
