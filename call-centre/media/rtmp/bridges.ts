import { Bridge, type BridgeParts } from './bridge'

export interface Bridges {
  hasRoomFor(roomId: string): boolean
  /** Nothing happens where there is one already. */
  open(roomId: string): void
  close(roomId: string): void
  closeAll(): void
}

/** The bridges of the calls that go on, one each. */
export function createBridges(maxCalls: number, partsOf: (roomId: string) => BridgeParts): Bridges {
  const bridges = new Map<string, Bridge>()
  return {
    hasRoomFor: (roomId) => bridges.has(roomId) || bridges.size < maxCalls,
    open(roomId) {
      if (!bridges.has(roomId)) bridges.set(roomId, new Bridge(partsOf(roomId)))
    },
    close(roomId) {
      bridges.get(roomId)?.close()
      bridges.delete(roomId)
    },
    closeAll() {
      for (const bridge of bridges.values()) bridge.close()
      bridges.clear()
    },
  }
}
