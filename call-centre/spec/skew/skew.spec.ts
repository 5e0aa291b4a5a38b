/** Mini programs that have shipped lag for months, and so do servers: PROTOCOL.md §6. Each version talks with each. */
import { filter, firstValueFrom, map, merge, NEVER, of, timeout } from 'rxjs'
import type { Phase, Session } from 'tccc-wx-sdk/call'
import { openNodeSocket } from '../../self-check/node-client'
import type { CallCentre } from '../../server/create-call-centre'
import { digTunnel, type Tunnel } from '../../../spec/end-to-end/tunnel'
import { testConfig } from '../test-config'
import { CENTRES, type CentreVersion, type Sdk, SDKS } from './versions'

jest.setTimeout(20_000)

const PAIRS = Object.entries(SDKS).flatMap(([sdk, loadSdk]) =>
  Object.entries(CENTRES).map(([centre, loadCentre]) => [sdk, centre, loadSdk, loadCentre] as const),
)

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
    centre = await version.create(testConfig({ heartbeatMs: 500, windowMs: 1_500 }))
    road = await digTunnel(centre.port)
  })
  afterEach(async () => {
    await centre.close({ spreadMs: 0 })
    await road.close()
  })

  const dial = async () => {
    const { token } = phone()
    sdk.configure({ host: centre.url, sdkAppId: '1400000000' })
    const customer = await sdk.login({ jsCode: `ann-${String((codes += 1))}` })
    const url = () => `${road.url.replace('http', 'ws')}/signalling`
    const link = sdk.createLink({ url, openSocket: openNodeSocket, token$: merge(of(token()), NEVER) })
    const call = sdk.createCall({ link, media$: NEVER, environment$: NEVER })
    const letters: string[] = []
    const watching = call.session$.pipe(map(({ phase }) => sdk.PHASE_LETTERS[phase])).subscribe((letter) => {
      if (letters.at(-1) !== letter) letters.push(letter)
    })
    const when = (fits: (session: Session) => boolean) =>
      firstValueFrom(call.session$.pipe(filter(fits), timeout(8_000)))
    const reaches = (phase: Phase) => when((session) => session.phase === phase)
    return { customer, call, watching, letters, when, reaches }
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
