import type { CustomerDetailsConfig, Showing } from '../config/centre-config'
import { limits } from '../limits'
import type { Identity } from '../login/identity'
import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'

/** What a customer has given of a profile, as much of it as the configuration lets the company see. */
export type CustomerDetails = Pick<Identity, 'nickName' | 'phoneNumber' | 'avatarUrl'>

interface Kept extends CustomerDetails {
  /** When the customer logged in last, on the centre's clock. */
  readonly at: number
}

/** The details of the customers who have logged in of late. */
export interface CustomerBook {
  /** Keeps what a log-in has brought; what it has not brought stays as it was. */
  readonly note: (identity: Identity) => void
  readonly of: (userId: string) => CustomerDetails
  /** What a record may say of the customer. */
  readonly inRecord: (userId: string) => CustomerDetails
  readonly erase: (userId: string) => void
  /** The answer is how many there were. */
  readonly eraseOlderThan: (ageMs: number) => number
}

/** Only what is configured is kept, masked as configured; what a wider configuration has left behind is narrowed. */
export function createCustomerBook(
  config: CustomerDetailsConfig,
  clock: Pick<Clock, 'now'>,
  shelf: Shelf,
): CustomerBook {
  const before = [...(shelf.all(kind) as ReadonlyMap<string, Kept>)].sort(([, a], [, b]) => a.at - b.at)
  /** Who logged in last is last. */
  const kept = new Map(before)
  const of = (userId: string): CustomerDetails => allowed(config, kept.get(userId) ?? {})
  const erase = (userId: string): void => {
    if (kept.delete(userId)) shelf.remove(kind, userId)
  }
  const keep = (userId: string, details: CustomerDetails, at: number): void => {
    erase(userId)
    if (Object.keys(details).length === 0) return
    const entry: Kept = { ...details, at }
    kept.set(userId, entry)
    shelf.put(kind, userId, () => entry)
  }
  for (const [userId, { at }] of before) keep(userId, of(userId), at)
  return {
    note({ userId, ...given }) {
      keep(userId, { ...of(userId), ...allowed(config, given) }, clock.now())
      for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - limits.customersKept))) erase(oldest)
    },
    of,
    inRecord: (userId) => (config.inRecord ? of(userId) : {}),
    erase,
    eraseOlderThan(ageMs) {
      const old = [...kept].filter(([, { at }]) => clock.now() - at > ageMs)
      for (const [userId] of old) erase(userId)
      return old.length
    },
  }
}

const kind = 'customer'

function allowed(
  config: CustomerDetailsConfig,
  { nickName, phoneNumber, avatarUrl }: CustomerDetails,
): CustomerDetails {
  const name = shown(config.nickName, nickName, maskedName)
  const phone = shown(config.phoneNumber, phoneNumber, maskedPhone)
  return {
    ...(name === undefined ? {} : { nickName: name }),
    ...(phone === undefined ? {} : { phoneNumber: phone }),
    ...(isShowable(config, avatarUrl) ? { avatarUrl } : {}),
  }
}

/** The desk loads it: by https, from a host that the company knows, and from no port of its choice. */
function isShowable({ avatarHosts }: CustomerDetailsConfig, address = ''): boolean {
  if (address.length > longestAddress || !URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === 'https:' && avatarHosts.includes(host) && username + password === ''
}

const longestAddress = 500

function shown(showing: Showing, value: string | undefined, masked: (value: string) => string): string | undefined {
  if (showing === 'none' || value === undefined || value === '') return undefined
  return showing === 'full' ? value : masked(value)
}

/** The first sign; a mask of a mask is the same. */
const maskedName = (name: string): string => `${/^./su.exec(name)?.[0] ?? ''}**`

/** As is the custom in China: the first three digits and the last four, where that leaves as many unseen. */
function maskedPhone(phone: string): string {
  const [start, end] = phone.length >= 11 ? [3, 4] : [0, 2]
  return phone.slice(0, start) + '*'.repeat(Math.max(0, phone.length - start - end)) + phone.slice(-end)
}
