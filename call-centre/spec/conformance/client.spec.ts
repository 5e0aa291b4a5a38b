/** The SDK's own client against a server that knows nothing of it but PROTOCOL.md. */
import {
  filter,
  firstValueFrom,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  pairwise,
  startWith,
  Subject,
  take,
  timeout,
} from 'rxjs'
import { openNodeSocket } from '../../self-check/node-client'
import {
  type Call,
  createCall,
  createLink,
  hangUp,
  type MediaEvent,
  type Phase,
  PHASE_LETTERS,
  sendDigits,
  startCall,
} from '../../../lib/entries/call'
import { eventually } from '../../../spec/end-to-end/eventually'
import { type MinimalServer, serveMinimal } from './minimal-server'
import { targetOf } from './servers'

const reaches = (call: Call, phase: Phase) =>
  firstValueFrom(
    call.session$.pipe(
      filter((session) => session.phase === phase),
      timeout(5_000),
    ),
  )

const lineIs = (call: Call, state: 'up' | 'reconnecting') =>
  firstValueFrom(
    call.session$.pipe(
      filter(({ line }) => line.state === state),
      timeout(5_000),
    ),
  )

describe('the client of this package, with a server written from PROTOCOL.md alone', () => {
  let server: MinimalServer

  beforeEach(async () => {
    server = await serveMinimal({ heartbeatMs: 10_000, windowMs: 30_000 })
  })
  afterEach(() => server.close())

  const dial = async (media$: Observable<MediaEvent> = NEVER) => {
    const { url, token } = await targetOf(server)
    const link = createLink({ url: () => url, openSocket: openNodeSocket, token$: merge(of(token), NEVER) })
    const call = createCall({ link, media$, environment$: NEVER })
    let seen = ''
    const letter$ = call.session$.pipe(map(({ phase }) => PHASE_LETTERS[phase]))
    const watching = letter$.pipe(startWith(''), pairwise()).subscribe(([before, now]) => {
      seen += before === now ? '' : now
    })
    call.dispatch(startCall({ channelId: 'service' }))
    return { call, watching, seen: () => seen }
  }

  /** Nothing is said before the socket is really gone. */
  const tunnel = async (call: Call, inside: () => void) => {
    const lost = lineIs(call, 'reconnecting')
    server.cut()
    inside()
    await lost
    await lineIs(call, 'up')
  }

  it('goes through a whole call, with the line lost before each word of the seat', async () => {
    const { call, watching, seen } = await dial()
    await reaches(call, 'ivr')
    await firstValueFrom(
      call.session$.pipe(
        filter((session) => session.phase === 'ivr' && session.ivr !== null),
        take(1),
      ),
    )
    call.dispatch(sendDigits('1'))
    await reaches(call, 'ringing')
    await tunnel(call, () => {
      server.calls.accept()
    })
    expect(await reaches(call, 'talking')).toMatchObject({ seat: { name: 'Mei' }, room: { kind: 'url' } })
    await tunnel(call, () => {
      server.calls.seatSays('call/ended')
    })
    expect(await reaches(call, 'ended')).toMatchObject({ end: { closeBy: 'seat', endStatus: 'ok' } })
    expect(seen()).toBe('IDVWRTE')
    watching.unsubscribe()
  })

  it('is given a fresh room when its own is lost for good', async () => {
    const media$ = new Subject<MediaEvent>()
    const { call, watching } = await dial(media$)
    await reaches(call, 'ivr')
    call.dispatch(sendDigits('1'))
    await reaches(call, 'ringing')
    server.calls.accept()
    const { room } = (await reaches(call, 'talking')) as { readonly room?: object }
    media$.next({ type: 'pusher/status', code: -1307 })
    await eventually(() => {
      expect(server.calls.heard.map(({ type }) => type)).toContain('call/rejoin')
      return Promise.resolve()
    })
    await eventually(() => {
      expect(call.session).toMatchObject({ phase: 'talking', room: { kind: 'url' }, local: { state: 'connecting' } })
      return Promise.resolve()
    })
    expect(call.session).not.toMatchObject({ room })
    watching.unsubscribe()
  })

  it('hangs up in a tunnel: ended at once here, and once there when the line is back', async () => {
    const { call, watching } = await dial()
    await reaches(call, 'ivr')
    await tunnel(call, () => {
      call.dispatch(hangUp())
      expect(call.session.phase).toBe('ended')
    })
    await eventually(() => {
      const hangUps = server.calls.heard.filter(({ type }) => type === 'call/hangUp')
      expect({ running: server.calls.running.length, hangUps: hangUps.length }).toEqual({ running: 0, hangUps: 1 })
      return Promise.resolve()
    })
    watching.unsubscribe()
  })
})
