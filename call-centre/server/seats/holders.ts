import type { Shelf } from '../state/shelf'

/** The page that has a seat: its link, and the name of its desk, which stays the same when the page is loaded again. */
export interface Holder {
  readonly linkId: string
  readonly desk: string
}

/** Who holds which seat; one page each. */
export interface Holders {
  of(seatId: string): Holder | undefined
  seatOf(linkId: string): string | undefined
  set(seatId: string, holder: Holder): void
  remove(seatId: string): void
}

export function createHolders(shelf: Shelf): Holders {
  const bySeat = new Map(shelf.all('seatHolder') as ReadonlyMap<string, Holder>)
  const seats = new Map([...bySeat].map(([seatId, { linkId }]) => [linkId, seatId]))
  const remove = (seatId: string): void => {
    seats.delete(bySeat.get(seatId)?.linkId ?? '')
    bySeat.delete(seatId)
    shelf.remove('seatHolder', seatId)
  }
  return {
    of: (seatId) => bySeat.get(seatId),
    seatOf: (linkId) => seats.get(linkId),
    remove,
    set(seatId, holder) {
      remove(seatId)
      bySeat.set(seatId, holder)
      seats.set(holder.linkId, seatId)
      shelf.put('seatHolder', seatId, () => holder)
    },
  }
}
