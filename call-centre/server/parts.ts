import { limits } from './limits'

/** Type, number, names of lists. */
const aroundBytes = 1_024

/**
 * Puts items into as few parts as fit in one frame each, in their order; `textOf` is an item in JSON, and `beside` what each
 * frame holds besides. One part at least. An item that fits in no frame is left out: whoever hears of it would hear of
 * nothing else any more.
 */
export function inParts<Item>(
  items: Iterable<Item>,
  textOf: (item: Item) => string,
  beside: object = {},
): readonly (readonly Item[])[] {
  const limit = limits.frameBytes - aroundBytes - Buffer.byteLength(JSON.stringify(beside))
  let part: Item[] = []
  let bytes = 0
  const parts = [part]
  for (const item of items) {
    // And a comma.
    const more = Buffer.byteLength(textOf(item)) + 1
    if (more > limit) continue
    if (bytes + more > limit) {
      part = []
      parts.push(part)
      bytes = 0
    }
    part.push(item)
    bytes += more
  }
  return parts
}
