/** Plays a story to the real `createCall` over the real `createLink`, against a model of the server. */
import { BehaviorSubject, Subject } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { createCall } from '../../../lib/entries/call'
import type { EnvironmentEvent, MediaEvent } from '../../../lib/call/event'
import type { Intent } from '../../../lib/call/intents'
import type { Link } from '../../../lib/link/gateway'
import { createLink } from '../../../lib/link/link'
import type { Session } from '../../../lib/call/session'
import { EVENTS } from '../call/alphabet'
import { createGate } from '../call/gate'
import { observed } from '../observed'
import { POLICIES } from '../policies'
import { schedule, type Step, stopTime } from '../script'
import type { Sent, Trace } from '../trace'
import { createPage, createSpy } from '../watch'
import { createCentre, type ModelCall } from './centre'
import { createClock } from './clock'
import { GARBAGE } from './garbage'
import { createNetwork, type Network, type Peer, type Weather } from './network'
import { createServer, type ModelLink } from './server'

export interface WireTrace extends Trace {
  readonly links: readonly ModelLink[]
  readonly complaints: readonly string[]
  readonly calls: readonly ModelCall[]
  readonly sockets: Network['open']
  /** Long after the network has become good again: what each side believes. */
  readonly atRest: { readonly session: Session; readonly running: ModelCall | undefined }
}

const WEATHERS: Readonly<Record<string, Weather>> = { u: 'up', d: 'down', m: 'mute', f: 'deaf' }
/** Longer than the server keeps a link that went silent. */
const REST_MS = 90_000
const ANSWER_MS = 30

const model = (scheduler: TestScheduler) => {
  const clock = createClock(scheduler)
  const server = createServer(clock, {
    message: (link, message) => centre.message(link, message),
    gone: (link) => centre.gone(link),
  })
  const centre = createCentre(server.send, (answer) => clock.after(ANSWER_MS, answer))
  const accept = (peer: Peer) => server.accept(peer)
  const network = createNetwork(clock, accept)
  return { clock, server, centre, network }
}

const createActs = ({ server, centre, network }: ReturnType<typeof model>, token$: BehaviorSubject<string | null>) => {
  const net: Readonly<Record<string, () => void>> = {
    k: () => network.cut(true),
    s: () => network.cut(false),
    x: () => network.loseNext(),
    X: () => network.deafen(),
    F: () => network.flap(),
    r: () => network.repeat(),
    g: () => server.close(1001, 'spreadMs=2000'),
    i: () => server.close(4400, 'invalid'),
    b: () => server.refuseNext(4503, 'retryAfterMs=700'),
    4: () => server.refuseNext(4401, 'token'),
    9: () => server.close(4409, 'taken over'),
    z: () => server.forget(),
    t: () => token$.next(`${token$.value ?? ''}+`),
  }
  return {
    seat: (letter: string) => centre.says(letter),
    net: (letter: string) => {
      network.weather = WEATHERS[letter] ?? network.weather
      net[letter]?.()
    },
    junk: (letter: string) => network.inject(GARBAGE[letter] ?? ''),
  }
}

export const playWire = (story: readonly Step[]): WireTrace => {
  const scheduler = new TestScheduler(() => undefined)
  const sent: Sent[] = []
  const left: Record<string, number> = {}
  return scheduler.run(() => {
    const world = model(scheduler)
    const { clock, server, centre, network } = world
    const token$ = new BehaviorSubject<string | null>('token')
    const acts: Readonly<Record<string, (letter: string) => void>> = createActs(world, token$)
    let dice = 0
    const real = createLink({
      url: () => 'wss://centre/signalling',
      openSocket: network.openSocket,
      token$,
      random: () => (dice = (dice + 0.37) % 1),
    })
    const link: Link = {
      ...real,
      send: (message) => {
        sent.push({ message, session: call.session, transition: transitions.length })
        real.send(message)
      },
    }
    const phone$ = new Subject<EnvironmentEvent>()
    const media$ = new Subject<MediaEvent>()
    const gate = createGate()
    const asks = story.some(({ lane }) => lane === 'gate')
    const { spy, transitions } = createSpy(
      () => call,
      () => scheduler.now(),
    )
    const ports = { link, media$, environment$: phone$, ...(asks ? { readiness: gate.ask } : {}) }
    const call = createCall(ports, { policies: [spy] })
    const page = createPage(call)
    let dialled = 0
    let pressed = 0
    let isThere = true
    const ask = (letter: string) => {
      const event = EVENTS['user']?.[letter]?.(dialled)
      if (event === undefined || !isThere) return
      // Each press is its own, so that one which comes twice is seen.
      const digits = String((pressed += event.type === 'intent/sendDigits' ? 1 : 0))
      call.dispatch((event.type === 'intent/sendDigits' ? { ...event, digits } : event) as Intent)
      if (event.type === 'intent/startCall' && 'callId' in call.session && call.session.callId === event.callId)
        dialled += 1
    }
    const watchers: Readonly<Record<string, () => void>> = {
      x: page.leave,
      a: page.attach,
      o: page.glance,
      b: page.bounceNext,
      h: page.hangUpNext,
    }
    const using = new Set<string>()
    const act = ({ lane, letter }: Step) => {
      if (lane === 'page') {
        watchers[letter]?.()
        if (letter === 'x' || letter === 'a') isThere = letter === 'a'
      }
      if (lane === 'user') ask(letter)
      if (lane === 'media') media$.next(EVENTS['media']?.[letter]?.(0) as MediaEvent)
      if (lane === 'gate') gate.answer(letter)
      if (lane === 'phone') phone$.next(EVENTS['phone']?.[letter]?.(0) as EnvironmentEvent)
      const policy = POLICIES[letter]
      if (lane === 'policy' && policy !== undefined && !using.has(letter)) {
        using.add(letter)
        call.use(policy)
      }
      acts[lane]?.(letter)
    }
    let atRest: WireTrace['atRest'] = { session: call.session, running: undefined }
    const finish = () => {
      atRest = { session: call.session, running: centre.running() }
      page.leave()
      clock.stop()
      Object.assign(left, { sockets: network.open.now, timers: scheduler.actions.length })
      Object.assign(left, {
        phone: Number(phone$.observed),
        token: Number(token$.observed),
        media: Number(media$.observed),
      })
      Object.assign(left, { inside: observed(call.context), questions: gate.questions.open })
      stopTime(scheduler)
    }
    scheduler.schedule(page.attach, 1)
    schedule(scheduler, story, act, () => {
      network.weather = 'up'
      gate.answer('s')
      phone$.next({ type: 'app/shown' })
      scheduler.schedule(() => phone$.next({ type: 'app/shown' }), REST_MS / 2)
      scheduler.schedule(finish, REST_MS)
    })
    return {
      transitions,
      visits: page.visits,
      sent,
      glances: page.glances,
      left,
      links: server.links,
      complaints: server.complaints,
      get calls() {
        return [...centre.calls.values()]
      },
      sockets: network.open,
      get atRest() {
        return atRest
      },
    }
  })
}
