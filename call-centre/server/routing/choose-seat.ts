/** What of a waiting call decides who gets it. */
export interface RoutedCall {
  /** The seat that a transfer names. */
  readonly wanted?: string | undefined
  /** The seat that talked with this customer last, where the channel wishes it first. */
  readonly lastSeat?: string | undefined
  /** Seats that had their turn. */
  readonly passed: ReadonlySet<string>
}

/** A seat that takes calls. */
export interface RoutedSeat {
  readonly seatId: string
  /** Since when it is free; undefined: it is not. */
  readonly freeSince?: number
}

/**
 * The seat at which a call rings now. Of the free seats that suit it and have not had their turn: the one that talked with
 * the customer last, then the best suited, then the one that has been free longest. When every seat that suits had its
 * turn, all of them have one more; as long as one that has not is only busy, the call waits for it. A seat that a transfer
 * names comes before all, if it is free. `rank`: the smaller the better, undefined: does not suit.
 */
export function chooseSeat<Seat extends RoutedSeat>(
  { wanted, lastSeat, passed }: RoutedCall,
  seats: readonly Seat[],
  rank: (seatId: string) => number | undefined,
): Seat | undefined {
  const named = seats.find(({ seatId, freeSince }) => seatId === wanted && freeSince !== undefined)
  if (named) return named
  const suited = seats.flatMap((seat) => {
    const rankOfSeat = rank(seat.seatId)
    return rankOfSeat === undefined ? [] : [{ seat, rank: rankOfSeat }]
  })
  const fresh = suited.filter(({ seat }) => !passed.has(seat.seatId))
  const inTurn = (fresh.length > 0 ? fresh : suited).filter(({ seat }) => seat.freeSince !== undefined)
  const last = inTurn.find(({ seat }) => seat.seatId === lastSeat)
  const [best] = inTurn.sort((a, b) => a.rank - b.rank || (a.seat.freeSince ?? 0) - (b.seat.freeSince ?? 0))
  return (last ?? best)?.seat
}
