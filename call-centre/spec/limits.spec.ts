/** Each limit of the call centre: what comes up to it is taken, and one more is not. */
import type { WebSocket } from 'ws'
import { createCustomerBook } from '../server/customers/customer-details'
import { createPasswords, isGoodPassword } from '../server/accounts/passwords'
import { closeUnlessSpoken } from '../server/http/keep-alive'
import { limits } from '../server/limits'
import { throwError } from 'rxjs'
import { Outbox } from '../server/records/outbox'
import { createRecordBook, type RecordEntry } from '../server/records/record-book'
import type { Session } from '../server/sessions/session'
import seatCommands from '../server/seats/seat-command.schema.json'
import { frameReader, readClientFrame } from '../server/signalling/client-frame'
import { createShelf, noShelf } from '../server/state/shelf'
import { isText } from '../server/sessions/texts'
import { write } from '../server/frames'
import { answersKept, auditKept, framesAt } from './kept-at-most'
import { recordingOfBytes, recordingsKept, recordingsOfBytes, recordingsSent } from './recordings-at-most'
import { createVirtualClock } from './virtual-clock'
import {
  closeAll,
  customerWire,
  customerWireWith,
  logIn,
  open,
  staff,
  startFrame,
  tokenFor,
  wire,
  type Wire,
} from './wire'
import { manyAway } from './waiting-scene'
import { talk } from './wire-talk'

afterEach(closeAll)

/** What becomes of so much; `'taken'` up to the limit. */
type Try = (size: number) => Promise<string> | string

/** They take a server of others, or a second of real time, or are a least: specs of their own meet them. */
type Elsewhere =
  | 'passwordUnitsAtLeast'
  | 'requestBytes'
  | 'unwantedBytes'
  | 'roomConnections'
  | 'retryAfterMs'
  | 'goodbyeMs'
  | 'recordsInFlight'
  | 'admittedAtOnce'
  | 'arrivalsWaiting'
  | 'cutPatienceMs'
  | 'textsKept'
  | 'messagesInFlight'
  | 'messagesAllowed'

const kindOf = (text: string): string => {
  const frame = readClientFrame(Buffer.from(text), false)
  return frame.kind === 'invalid' ? frame.reason : 'taken'
}

const ofBytes = (bytes: number, start = '{"type":"link/ack","seen":0,"long":"'): string =>
  `${start}${'x'.repeat(bytes - Buffer.byteLength(start) - 2)}"}`

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

/** The first of these types that is heard, or the code with which the socket is closed. */
const firstOf = (client: Wire, ...types: readonly string[]): Promise<string> =>
  Promise.race([...types.map(async (type) => (await client.next(type)).type), client.closed])

const welcomed = async (client: Wire): Promise<Wire> => {
  await client.next('link/welcome')
  return client
}

const tries: Readonly<Record<Exclude<keyof typeof limits, Elsewhere>, readonly [Try, string]>> = {
  frameBytes: [(bytes) => kindOf(ofBytes(bytes)), 'a frame has at most 65536 bytes'],
  frameLevels: [
    (levels) => kindOf(`{"type":"link/ack","seen":0,"deep":${nested(levels - 1)}}`),
    'a frame has at most 16 levels',
  ],
  roomFrameBytes: [
    async (bytes) => {
      const centre = await open()
      const { annRoom, seatRoom } = await talk(centre)
      const [phone, desk] = [wire(centre, '/room'), wire(centre, '/room')]
      phone.say({ type: 'room/join', ...annRoom })
      await phone.next('room/joined')
      desk.say({ type: 'room/join', ...seatRoom })
      await desk.next('room/joined')
      desk.say(ofBytes(bytes, `{"type":"room/signal","to":"${annRoom.userId}","data":"`))
      desk.say({ type: 'room/signal', to: annRoom.userId, data: 'after' })
      const { data } = await phone.next('room/signal')
      return data === 'after' ? 'left out' : 'taken'
    },
    'left out',
  ],
  socketFrameBytes: [
    async (bytes) => {
      const ann = await welcomed(await customerWire(await open(), 'ann'))
      ann.say(ofBytes(bytes))
      return (await firstOf(ann, 'link/invalid')) === 'link/invalid' ? 'taken' : ann.closed
    },
    '1009',
  ],
  unsentBytes: [
    (bufferedAmount) => {
      let done = ''
      const socket = {
        ...{ bufferedAmount, readyState: 1, OPEN: 1 },
        send: () => (done = 'taken'),
        terminate: () => (done = 'cut off'),
      }
      write(socket as unknown as WebSocket, 'text')
      return done
    },
    'cut off',
  ],
  frameBurst: [(frames) => framesAt(frames, 0), 'refused'],
  framesPerSecond: [(frames) => framesAt(frames, 1_000), 'refused'],
  invalidFrames: [
    async (count) => {
      const ann = await customerWire(await open(), 'ann')
      for (let sent = 0; sent < count; sent += 1) ann.say('rubbish')
      ann.say('{"type":"link/heartbeat","seen":0}')
      return (await firstOf(ann, 'link/heartbeat')) === 'link/heartbeat' ? 'taken' : ann.closed
    },
    '4400 invalid frames',
  ],
  unacknowledged: [
    async (count) => {
      const ann = await welcomed(await customerWire(await open(), 'ann'))
      // The limit itself is one too many: it closes.
      for (let n = 1; n < count; n += 1) ann.say({ ...startFrame, channelId: 'nowhere', callId: `c${n}`, n })
      ann.say('{"type":"link/heartbeat","seen":0}')
      await firstOf(ann, 'link/heartbeat')
      const late = new Promise<string>((resolve) => setTimeout(resolve, 50, 'taken'))
      return Promise.race([ann.closed, late])
    },
    '4400 nothing is acknowledged',
  ],
  linksOfCustomer: [
    async (count) => {
      const centre = await open()
      const token = await tokenFor(centre, 'eve')
      for (let opened = 1; opened < count; opened += 1) await welcomed(customerWireWith(centre, token))
      const last = customerWireWith(centre, token)
      return (await firstOf(last, 'link/welcome')) === 'link/welcome' ? 'taken' : last.closed
    },
    '4429 retryAfterMs=1200',
  ],
  answersOfCustomer: [(count) => answersKept(1, count), 'forgotten'],
  customersAnswered: [(count) => answersKept(count, 1), 'forgotten'],
  jsCodeUnits: [
    async (units) => {
      const { status, body } = await logIn(await open(), { sdkAppId: '1400000000', jsCode: 'x'.repeat(units) })
      return status === 200 ? 'taken' : body.code
    },
    'JS_CODE_INVALID',
  ],
  passwordUnits: [(units) => (isGoodPassword('x'.repeat(units)) ? 'taken' : 'refused'), 'refused'],
  auditKept: [(count) => auditKept(count, 'signIn'), 'forgotten'],
  auditRefusalsKept: [(count) => auditKept(count, 'signInRefused'), 'forgotten'],
  accounts: [
    async (count) => {
      const centre = await open()
      const headers = await staff(centre, 'administrator')
      const make = (accountId: number) =>
        fetch(`${centre.url}/api/accounts`, {
          ...{ method: 'POST', headers },
          body: JSON.stringify({ accountId: String(accountId), name: 'x', role: 'seat' }),
        })
      // The administrator is one.
      for (let made = 1; made < count - 1; made += 1)
        centre.signInLink({ accountId: `a${made}`, name: 'x', role: 'seat' })
      return (await make(0)).status === 201 ? 'taken' : 'refused'
    },
    'refused',
  ],
  passwordsWaiting: [
    async (count) => {
      const passwords = createPasswords()
      const waiting = Array.from({ length: count - 1 }, () => passwords.hash('x'))
      const isBusy = passwords.isBusy()
      await Promise.all(waiting)
      return isBusy ? 'refused' : 'taken'
    },
    'refused',
  ],
  patienceMs: [
    (ms) => {
      const clock = createVirtualClock()
      let done = 'taken'
      const socket = { on: () => undefined, close: () => (done = 'closed') }
      closeUnlessSpoken(socket as unknown as WebSocket, clock)
      clock.advance(ms - 1)
      return done
    },
    'closed',
  ],
  asideBytes: [
    (bytes) => {
      const context = `{"a":"${'字'.repeat(Math.floor((bytes - 8) / 3))}${'x'.repeat((bytes - 8) % 3)}"}`
      return kindOf(JSON.stringify({ ...startFrame, n: 1, context }))
    },
    'call/start: context has at most 4096 bytes',
  ],
  textBytes: [
    (bytes) => (isText(`${'字'.repeat(Math.floor(bytes / 3))}${'x'.repeat(bytes % 3)}`) ? 'taken' : 'refused'),
    'refused',
  ],
  notesUnits: [
    (units) => {
      const frame = { type: 'seat/remark', n: 1, sessionId: 's1', notes: 'x'.repeat(units) }
      const read = frameReader(seatCommands, ['seat/remark'])(Buffer.from(JSON.stringify(frame)), false)
      return read.kind === 'invalid' ? read.reason : 'taken'
    },
    'seat/remark: /notes must NOT have more than 2000 characters',
  ],
  placesKept: [
    (count) => {
      const last = manyAway(count - 1).guest('last')
      last.start('direct')
      last.says({})
      return last.words().endsWith('aside') ? 'taken' : 'not offered'
    },
    'not offered',
  ],
  customersKept: [
    (count) => {
      const { note, of } = createCustomerBook(
        { nickName: 'full', phoneNumber: 'none', avatarHosts: [], inRecord: false },
        createVirtualClock(),
        noShelf,
      )
      for (let n = 0; n < count; n += 1) note({ userId: String(n), nickName: 'x' })
      return of('0').nickName === 'x' ? 'taken' : 'forgotten'
    },
    'forgotten',
  ],
  recordingBytes: [recordingOfBytes, 'BODY_TOO_LARGE'],
  recordingsPerMinuteOfCustomer: [(count) => recordingsSent(count, 'own'), 'TOO_MANY_REQUESTS'],
  recordingsPerMinute: [(count) => recordingsSent(count, 'all'), 'TOO_MANY_REQUESTS'],
  recordingsOfCustomer: [recordingsKept, 'forgotten'],
  recordingsBytes: [recordingsOfBytes, 'forgotten'],
  recordsKept: [
    (count) => {
      const book = createRecordBook('1', createVirtualClock(), () => undefined, noShelf)
      const end = { closeBy: 'seat', endStatus: 'ok' } as const
      for (let sessionId = 1; sessionId <= count; sessionId += 1) {
        book.write({ sessionId: String(sessionId), servings: [], ivrPath: [] } as unknown as Session, end)
      }
      return book.find('1') ? 'taken' : 'forgotten'
    },
    'forgotten',
  ],
  recordsShown: [
    (count) => {
      const book = createRecordBook('1', createVirtualClock(), () => undefined, noShelf)
      const end = { closeBy: 'seat', endStatus: 'ok' } as const
      for (let sessionId = 1; sessionId <= count; sessionId += 1) {
        book.write({ sessionId: String(sessionId), servings: [], ivrPath: [] } as unknown as Session, end)
      }
      const isOnNextPage = book.records(book.records().at(-1)?.SessionId).at(-1)?.SessionId === '1'
      return isOnNextPage ? 'on the next page' : 'taken'
    },
    'on the next page',
  ],
  deadLetters: [
    (count) => {
      const clock = createVirtualClock()
      const letter = JSON.stringify({ attempts: 1, givenUpAt: 0 })
      const dead = Array.from({ length: count - 1 }, (_, n) => ['deadLetter', `d${n}`, letter] as const)
      const shelf = createShelf([...dead, ['delivery', 'last', JSON.stringify({ attempts: 9, since: 0, dueAt: 0 })]])
      const parts = { clock, shelf, post: { send: () => undefined }, log: () => undefined, observe: () => undefined }
      const entry = { record: {}, summary: {} } as RecordEntry
      const outbox = new Outbox({
        ...parts,
        webhook: () => throwError(() => new Error('no')),
        book: { find: () => entry },
      })
      clock.advance(0)
      return outbox.deadLetters()[0]?.sessionId === 'd0' ? 'taken' : 'forgotten'
    },
    'forgotten',
  ],
}

describe.each(Object.entries(tries))('the limit %s', (name, [attempt, beyond]) => {
  const limit = limits[name as keyof typeof tries]

  it('is met: so much is taken', async () => {
    expect(await attempt(limit)).toBe('taken')
  })

  it(`and one more is not: ${beyond}`, async () => {
    expect(await attempt(limit + 1)).toBe(beyond)
  })
})
