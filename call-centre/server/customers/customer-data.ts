import type { CustomerBook, CustomerDetails } from './customer-details'
import type { Address, Addresses } from '../messages/addresses'
import type { Underway } from '../messages/deliveries'
import type { Messages } from '../messages/messages'
import type { Tokens } from '../login/tokens'
import type { CallRecord } from '../records/call-record'
import type { RecordBook } from '../records/record-book'
import type { Recordings } from '../records/recordings'
import type { Centre } from '../sessions/centre'
import type { Place } from '../sessions/place'
import type { SignallingGateway } from '../signalling/signalling-gateway'

/** What is kept of one customer. */
export interface CustomerExport {
  readonly userId: string
  /** What the customer has given of a profile. */
  readonly details: CustomerDetails
  readonly address?: Address
  /** That the customer keeps, or lost of late. */
  readonly place?: Place
  /** Of WeChat, on their way. */
  readonly messages: readonly Underway[]
  /** Of the calls that are over, the latest last. */
  readonly records: readonly CallRecord[]
  /** What the phone recorded of calls, by their `SessionId`. */
  readonly recordings: Readonly<Record<string, unknown>>
}

/** What the law on personal information (PIPL, articles 45 and 47) lets a customer ask for: a copy, and to be forgotten. */
export interface CustomerData {
  /** Undefined: nothing is kept. */
  copyOf(userId: string): CustomerExport | undefined
  /**
   * Erases the profile, the openid with what was allowed, the place with its messages, the records with their way to the
   * back end, the recordings of the phone, what was said to the customer's phone, and its links;
   * what a seat has yet to write up is over, and the log-ins of before are void. What a seat's page was told stays until
   * the page has taken it. The answer is how many records there were; undefined: a call goes on, and nothing was erased.
   */
  erase(userId: string): number | undefined
}

interface Parts {
  readonly book: Pick<RecordBook, 'ofCustomer' | 'erase'>
  readonly recordings: Pick<Recordings, 'ofCustomer' | 'eraseOf'>
  readonly customers: Pick<CustomerBook, 'of' | 'erase'>
  readonly addresses: Pick<Addresses, 'of' | 'erase'>
  readonly messages: Pick<Messages, 'of'>
  readonly centre: Pick<Centre, 'isCalling' | 'placeOf' | 'forget'>
  readonly signalling: Pick<SignallingGateway, 'dismissUser'>
  readonly tokens: Pick<Tokens, 'voidAllOf'>
  /** What is erased is nowhere in the store any more, soon. */
  readonly purge: () => void
}

export function createCustomerData({
  book,
  recordings,
  customers,
  addresses,
  messages,
  centre,
  signalling,
  tokens,
  purge,
}: Parts): CustomerData {
  return {
    copyOf(userId) {
      const lists = {
        messages: messages.of(userId),
        records: book.ofCustomer(userId).map(({ record }) => record),
        recordings: recordings.ofCustomer(userId),
      }
      const [details, address, place] = [customers.of(userId), addresses.of(userId), centre.placeOf(userId)]
      const known = { ...(address && { address }), ...(place && { place }) }
      const isKnown = [known, details, ...Object.values(lists)].some((each) => Object.keys(each).length > 0)
      return isKnown ? { userId, details, ...known, ...lists } : undefined
    },
    erase(userId) {
      if (centre.isCalling(userId)) return undefined
      const entries = book.ofCustomer(userId)
      for (const { record } of entries) book.erase(record.SessionId)
      recordings.eraseOf(userId)
      customers.erase(userId)
      addresses.erase(userId)
      // Last of what the centre knows: seats and operators hear of what is left.
      centre.forget(userId)
      tokens.voidAllOf(userId)
      signalling.dismissUser(userId, 4401, 'the log-in is void')
      purge()
      return entries.length
    },
  }
}
