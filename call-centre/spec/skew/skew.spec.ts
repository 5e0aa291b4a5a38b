/** Mini programs that have shipped lag for months, and so do servers: PROTOCOL.md §6. Each version talks with each. */
import { filter, firstValueFrom, map, merge, NEVER, of, tap, timeout } from 'rxjs'
import type { OpenSocket, Phase, Session } from 'tccc-wx-sdk/call'
import { openNodeSocket } from '../../self-check/node-client'
import type { CallCentre } from '../../server/create-call-centre'
import { userIdOf } from '../../server/login/user-id'
import { memoryStore, type Store } from '../../server/state/store'
import { sdkOf } from '../../../spec/app/sdk-of'
import { digTunnel, type Tunnel } from '../../../spec/end-to-end/tunnel'
import { testConfig } from '../test-config'
import { CENTRES, type CentreVersion, type Sdk, SDKS } from './versions'

jest.setTimeout(20_000)

const PAIRS = Object.entries(SDKS).flatMap(([sdk, loadSdk]) =>
  Object.entries(CENTRES).map(([centre, loadCentre]) => [sdk, centre, loadSdk, loadCentre] as const),
)

/** Without WeChat nobody is called by a message; the offer alone is made, to whom one could be sent. */
const BESIDE = {
  expectedTalkMs: 90_000,
  waiting: { offerAboveMs: 120_000, callAtPlace: 1, backWithinMs: 300_000, keptForMs: 3_600_000 },
  messages: { opens: 'formal', turn: { templateId: 'T1', data: { thing1: '{channel}' } } },
  rating: {
    ...{ question: 'How was it?', scale: 5, tags: [], comment: false, thanks: '' },
    ...{ shortestTalkMs: 0, againAfterMs: 0, recordWaitsMs: 60_000 },
  },
} as const

/** Where WeChat takes messages to Ann is known from before. */
const storeWithAnn = async (): Promise<Store> => {
  const store = memoryStore()
  await store.commit([['address', userIdOf('ann'), JSON.stringify({ openid: 'ann', at: Date.now(), allowed: {} })]])
  return store
}

interface Kept {
  readonly token: string
}

/** As much of `wx` as a log-in takes. */
const phone = () => {
  const storage = new Map<string, unknown>()
  interface Options {
    readonly url: string
    readonly data: object
    readonly success: (answer: { readonly statusCode: number; readonly data: unknown }) => void
  }
  const wx = {
    requestSubscribeMessage: () => undefined,
    getSystemInfoSync: () => ({ language: 'en' }),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    removeStorageSync: (key: string) => storage.delete(key),
    request: ({ url, data, success }: Options) => {
      const headers = { 'content-type': 'application/json' }
      void fetch(url, { method: 'POST', headers, body: JSON.stringify(data) }).then(async (response) => {
        success({ statusCode: response.status, data: await response.json() })
      })
    },
  }
  Object.assign(globalThis, { wx })
  const token = () =>
    ([...storage.values()].find((value) => typeof value === 'object') as Kept | undefined)?.token ?? ''
  return { token }
}

describe.each(PAIRS)('%s with %s', (_, __, loadSdk, loadCentre) => {
  let sdk: Sdk
  let version: CentreVersion
  let centre: CallCentre
  let road: Tunnel
  let codes = 0

  beforeAll(() => {
    sdk = loadSdk()
    version = loadCentre()
  })
  beforeEach(async () => {
    const config = { ...testConfig({ heartbeatMs: 500, windowMs: 1_500 }), ...BESIDE }
    centre = await version.create(config, version.knowsAsides ? { store: await storeWithAnn() } : {})
    road = await digTunnel(centre.port)
  })
  afterEach(async () => {
    await centre.close({ spreadMs: 0 })
    await road.close()
  })

  const dial = async (name = 'ann') => {
    const { token } = phone()
    sdk.configure({ host: centre.url, sdkAppId: '1400000000' })
    const customer = await sdk.login({ jsCode: `${name}-${String((codes += 1))}` })
    const url = () => `${road.url.replace('http', 'ws')}/signalling`
    /** What either side has said beside the voice. */
    const asides: string[] = []
    const overhear = (whose: string, frame: string): void => {
      const { type, about, body } = JSON.parse(frame) as Readonly<Record<string, string>>
      if (type === 'call/aside')
        asides.push(`${whose}: ${String(about)} ${Object.keys(JSON.parse(String(body)) as object).join()}`)
    }
    const openSocket: OpenSocket = (...opening) => {
      const socket = openNodeSocket(...opening)
      const event$ = socket.event$.pipe(
        tap((event) => {
          if (event.type === 'frame') overhear('centre', event.frame)
        }),
      )
      const send = (frame: string): void => {
        overhear('page', frame)
        socket.send(frame)
      }
      return { ...socket, event$, send }
    }
    const link = sdk.createLink({ url, openSocket, token$: merge(of(token()), NEVER) })
    const call = sdk.createCall({ link, media$: NEVER, environment$: NEVER })
    const letters: string[] = []
    const watching = call.session$.pipe(map(({ phase }) => sdk.PHASE_LETTERS[phase])).subscribe((letter) => {
      if (letters.at(-1) !== letter) letters.push(letter)
    })
    const when = (fits: (session: Session) => boolean) =>
      firstValueFrom(call.session$.pipe(filter(fits), timeout(8_000)))
    const reaches = (phase: Phase) => when((session) => session.phase === phase)
    return { customer, call, watching, letters, asides, when, reaches }
  }

  /** Ann talks with seat 1, by the menu. */
  const talk = async () => {
    const seat = await version.seat(centre, '1')
    const ann = await dial()
    ann.call.dispatch(sdk.startCall({ channelId: 'menu' }))
    await ann.when((session) => session.phase === 'ivr' && session.ivr !== null)
    ann.call.dispatch(sdk.sendDigits('1'))
    await ann.reaches('ringing')
    const { sessionId } = await seat.next('seat/incoming')
    seat.say({ type: 'seat/answer', sessionId })
    await ann.reaches('talking')
    return { ...ann, seat, sessionId }
  }

  const tunnel = async ({ when }: Awaited<ReturnType<typeof talk>>) => {
    road.enter()
    road.leave()
    await when(({ line }) => line.state === 'reconnecting')
    await when(({ line }) => line.state === 'up')
  }

  it('logs in, and says until when', async () => {
    const { customer, watching } = await dial()
    expect(customer.userId).toMatch(/^customer-/)
    expect(customer.expiresAt).toBeGreaterThan(Date.now())
    watching.unsubscribe()
  })

  it('goes through a whole call that the seat ends, over a line that is lost and comes back', async () => {
    const ann = await talk()
    const { seat, sessionId, call, letters, reaches, watching } = ann
    await tunnel(ann)
    call.dispatch(sdk.sendDigits('5'))
    expect(await seat.next('seat/digits')).toMatchObject({ digits: '5' })
    seat.say({ type: 'seat/hold', sessionId, held: true })
    await ann.when((session) => session.phase === 'talking' && session.held)
    seat.say({ type: 'seat/hangUp', sessionId })
    expect(await reaches('ended')).toMatchObject({ end: { closeBy: 'seat', endStatus: 'ok' } })
    expect(letters.join('')).toBe('IDVWRTE')
    watching.unsubscribe()
  })

  it('ends a call that the customer ends in a tunnel, for both', async () => {
    const { seat, call, watching } = await talk()
    road.enter()
    call.dispatch(sdk.hangUp())
    road.leave()
    expect(await seat.next('seat/ended')).toMatchObject({ closeBy: 'client', endStatus: 'ok' })
    watching.unsubscribe()
  })

  /** Those of today show both on their page. */
  const withPage = (ann: Awaited<ReturnType<typeof dial>>) => {
    const { rating, waiting } = sdk
    const beside = sdkOf(ann.call)
    if (waiting) ann.watching.add(waiting(beside).offer$.subscribe())
    if (!rating) return ann
    const { question$, rate } = rating(beside)
    const rates = question$.subscribe((question) => {
      if (question?.answer === null) rate({ score: 5 })
    })
    ann.watching.add(rates)
    return ann
  }

  const bothKnow = (): boolean => version.knowsAsides && sdk.rating !== undefined

  it('asks for a rating where both know of it, and otherwise nobody says anything of it', async () => {
    const seat = await version.seat(centre, '1')
    const { call, reaches, when, watching, asides } = withPage(await dial())
    call.dispatch(sdk.startCall({ channelId: 'direct' }))
    const { sessionId } = await seat.next('seat/incoming')
    seat.say({ type: 'seat/answer', sessionId })
    await reaches('talking')
    const asked = bothKnow() ? firstValueFrom(call.event$.pipe(filter(({ type }) => type === 'call/aside'))) : undefined
    seat.say({ type: 'seat/hangUp', sessionId })
    await reaches('ended')
    await asked
    // What the centre says of the call that is over comes before what it says of the next one.
    call.dispatch(sdk.startCall({ channelId: 'direct' }))
    await when(({ phase }) => phase === 'waiting' || phase === 'ringing')
    const about = asides.filter((aside) => aside.includes('rating'))
    expect(about.slice(0, 3)).toEqual(
      bothKnow() ? ['page: rating ', 'centre: rating question,scale,tags,comment,thanks', 'page: rating score'] : [],
    )
    call.dispatch(sdk.hangUp())
    watching.unsubscribe()
  })

  it('offers to keep the place where both know of it, and otherwise the call waits as ever', async () => {
    const seat = await version.seat(centre, '1')
    const [bob, carl] = [await dial('bob'), await dial('carl')]
    bob.call.dispatch(sdk.startCall({ channelId: 'direct' }))
    const { sessionId } = await seat.next('seat/incoming')
    seat.say({ type: 'seat/answer', sessionId })
    await bob.reaches('talking')
    carl.call.dispatch(sdk.startCall({ channelId: 'direct' }))
    await carl.reaches('waiting')
    const { call, reaches, when, watching, asides } = withPage(await dial())
    call.dispatch(sdk.startCall({ channelId: 'direct' }))
    await reaches('waiting')
    // The place moves after whatever was offered for it.
    carl.call.dispatch(sdk.hangUp())
    await when((session) => session.phase === 'waiting' && session.queue.position === 1)
    expect(asides.filter((aside) => aside.includes('waiting'))).toEqual(
      bothKnow() ? ['page: waiting ', 'centre: waiting offer'] : [],
    )
    call.dispatch(sdk.hangUp())
    bob.call.dispatch(sdk.hangUp())
    for (const each of [bob.watching, carl.watching, watching]) each.unsubscribe()
  })

  it('loses a call whose line stays away, and calls again', async () => {
    const { seat, call, reaches, watching } = await talk()
    road.enter()
    expect(await seat.next('seat/ended')).toMatchObject({ closeBy: 'admin', endStatus: 'clientTimeout' })
    road.leave()
    await reaches('ended')
    call.dispatch(sdk.startCall({ channelId: 'direct' }))
    await reaches('ringing')
    call.dispatch(sdk.hangUp())
    expect(await seat.next('seat/missed')).toMatchObject({ reason: 'ringingGiveUp' })
    watching.unsubscribe()
  })
})
