/** What a seat's link and an operator's link carry. The centre is the page's own, so its messages are taken as they are. */
import { decoder, type Dialect, type LinkMessage } from 'tccc-wx-sdk/call'
import type { SeatCommand, SeatNotice } from '../../server/desk-messages'
import type { OperatorCommand, OperatorNotice } from '../../server/operator-messages'

const isNumbered = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'n' in value && Number.isSafeInteger(value.n)

const takenAsItIs = (value: unknown): unknown => (isNumbered(value) ? value : undefined)

const dialectOf = <Said extends LinkMessage, Heard extends LinkMessage>(
  family: string,
  outlivesLink: boolean,
): Dialect<Said, Heard> => ({
  decode: decoder<Heard>((type) => (type.startsWith(family) ? takenAsItIs : undefined)),
  outlivesLink: () => outlivesLink,
})

/** Who sits there is said first on a new link, and after the welcome what is wished and not so yet. */
export const seatDialect = dialectOf<SeatCommand, SeatNotice>('seat/', false)

/** What was asked for and not acknowledged is asked again: a call that has ended does not end twice. */
export const operatorDialect = dialectOf<OperatorCommand, OperatorNotice>('operator/', true)
