import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { RoomKeys } from '../webrtc/room-keys'

/** Whose voice a stream carries; each call has two. */
type Speaker = 'customer' | 'seat'
type Deed = 'publish' | 'play'

/** The streams of the calls at the RTMP server: their names, and who may do what. */
export interface Streams {
  /** The names of both streams of a call. */
  readonly namesOf: (roomId: string) => readonly string[]
  /** The phone's ways, with secrets that are good until the call is over; those before are void. */
  readonly forPhone: (roomId: string) => { readonly push: string; readonly play: string }
  /** Whether a phone is in this room: two seats alone, while one asks the other, need no bridge. */
  readonly hasPhone: (roomId: string) => boolean
  readonly forBridge: (roomId: string) => BridgeStreams
  readonly mayEnter: (asked: Asked) => boolean
  /** Nobody enters any more. */
  readonly revoke: (roomId: string) => void
}

/** The bridge's ways, each good for one connection: whoever reads them off the list of processes comes too late. */
export interface BridgeStreams {
  readonly hear: () => string
  readonly speak: () => string
}

/** What the RTMP server asks before it lets somebody publish or play. */
export interface Asked {
  readonly deed: string
  readonly name: string
  readonly secret: string
}

/** Who the phone is among the keys of its room. */
const phone: Readonly<Record<Deed, string>> = { publish: 'phone-publishes', play: 'phone-plays' }
const nameOf = (roomId: string, speaker: Speaker): string => `${roomId}-${speaker}`
const wayTo = (name: string, secret: string): string => `${name}?secret=${secret}`

/** The keys of the phone outlive the process with the other keys of the room; those of a bridge are of this process. */
export function createStreams(keys: RoomKeys): Streams {
  const once = new Map<string, string>()
  const giveOnce = (deed: Deed, roomId: string, speaker: Speaker) => (): string => {
    const name = nameOf(roomId, speaker)
    const secret = randomBytes(24).toString('base64url')
    once.set(`${deed} ${name}`, secret)
    return wayTo(name, secret)
  }
  const bridgeDeeds = (roomId: string) => [`play ${nameOf(roomId, 'customer')}`, `publish ${nameOf(roomId, 'seat')}`]
  return {
    namesOf: (roomId) => [nameOf(roomId, 'customer'), nameOf(roomId, 'seat')],
    forPhone: (roomId) => ({
      push: wayTo(nameOf(roomId, 'customer'), keys.grant(roomId, phone.publish)),
      play: wayTo(nameOf(roomId, 'seat'), keys.grant(roomId, phone.play)),
    }),
    hasPhone: (roomId) => keys.isLetIn(roomId, phone.publish),
    forBridge: (roomId) => ({
      hear: giveOnce('play', roomId, 'customer'),
      speak: giveOnce('publish', roomId, 'seat'),
    }),
    mayEnter({ deed, name, secret }) {
      const { roomId, speaker } = parse(name)
      if (deed !== 'publish' && deed !== 'play') return false
      const isPhones = (deed === 'publish') === (speaker === 'customer')
      if (isPhones) return keys.fits(roomId, phone[deed], secret)
      const wayIn = `${deed} ${name}`
      return isSame(once.get(wayIn) ?? '', secret) && once.delete(wayIn)
    },
    revoke(roomId) {
      for (const deed of bridgeDeeds(roomId)) once.delete(deed)
      keys.revoke(roomId)
    },
  }
}

function parse(name: string): { readonly roomId: string; readonly speaker: string } {
  const [, roomId = '', speaker = ''] = /^([\w-]+)-(customer|seat)$/.exec(name) ?? []
  return { roomId, speaker }
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length > 0 && a.length === b.length && timingSafeEqual(a, b)
}
