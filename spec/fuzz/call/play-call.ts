/** Plays a story to the real `createCall` over a line that is only a Subject, in virtual time. */
import { defer, finalize, Observable, of, Subject } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { createCall } from '../../../lib/entries/call'
import type { CallEvent, EnvironmentEvent, LineEvent, MediaEvent } from '../../../lib/call/event'
import type { Intent } from '../../../lib/call/intents'
import type { ServerMessage } from '../../../lib/link/messages'
import type { Sample } from '../../../lib/call/quality'
import { isRunning } from '../../../lib/call/session'
import type { Link } from '../../../lib/link/gateway'
import { observed } from '../observed'
import { POLICIES } from '../policies'
import { schedule, type Step, stopTime } from '../script'
import type { Sent, Trace } from '../trace'
import { createPage, createSpy } from '../watch'
import { EVENTS } from './alphabet'
import { asksPhone } from './asking'
import { createGate } from './gate'
import { SAMPLES } from './samples'

/** Counts who listens. */
const counted = <Value>(source$: Observable<Value>, count: (by: 1 | -1) => void): Observable<Value> =>
  new Observable((subscriber) => {
    count(1)
    return source$.pipe(finalize(() => count(-1))).subscribe(subscriber)
  })

/** A source that can fail; whoever listens to it again finds it mended. */
const createSource = <Event>() => {
  let now$ = new Subject<Event>()
  return {
    event$: defer(() => now$),
    next: (event: Event) => {
      now$.next(event)
    },
    fail: (message: string) => {
      const failed$ = now$
      now$ = new Subject()
      failed$.error(new Error(message))
    },
  }
}

const isIntent = (event: CallEvent): event is Intent => event.type.startsWith('intent/')
const isMedia = (event: CallEvent): event is MediaEvent => /^(pusher|player|media)/.test(event.type)
const isPhone = (event: CallEvent): event is EnvironmentEvent => /^(app|audio|network|quality)/.test(event.type)
const isLine = (event: CallEvent): event is LineEvent | ServerMessage => /^(line|call)/.test(event.type)

const createPorts = (sent: Sent[], now: () => Pick<Sent, 'session' | 'transition'>) => {
  const line = createSource<LineEvent | ServerMessage>()
  const media = createSource<MediaEvent>()
  const phone = createSource<EnvironmentEvent>()
  const sample$ = new Subject<Sample>()
  const listeners = { line: 0, media: 0, phone: 0, samples: 0 }
  const count = (name: keyof typeof listeners) => (by: 1 | -1) => {
    listeners[name] += by
  }
  const link: Link = {
    open: () =>
      new Observable((subscriber) => {
        of<LineEvent>({ type: 'line/opening', attempt: 0 }).subscribe((event) => subscriber.next(event))
        return counted(line.event$, count('line')).subscribe(subscriber)
      }),
    send: (message) => {
      sent.push({ message, ...now() })
    },
    probe: () => undefined,
  }
  const say = (event: CallEvent) => {
    if (event.type === 'source/failed') {
      const { source, message } = event
      if (source !== 'readiness' && source !== 'step') ({ line, media, environment: phone })[source].fail(message)
    } else if (isMedia(event)) media.next(event)
    else if (isPhone(event)) phone.next(event)
    else if (isLine(event)) line.next(event)
  }
  const ports = {
    link,
    media$: counted(media.event$, count('media')),
    environment$: counted(phone.event$, count('phone')),
    sample$: counted(sample$, count('samples')),
  }
  return { ports, say, sample$, listeners }
}

const REST_MS = 5_000

export const playCall = (story: readonly Step[]): Trace => {
  const scheduler = new TestScheduler(() => undefined)
  const sent: Sent[] = []
  const left: Record<string, number> = {}
  return scheduler.run(() => {
    const now = () => ({ session: call.session, transition: transitions.length })
    const { ports, say, sample$, listeners } = createPorts(sent, now)
    const gate = createGate()
    const asks = story.some(({ lane }) => lane === 'gate')
    const { spy, transitions } = createSpy(
      () => call,
      () => scheduler.now(),
    )
    const call = createCall(asks ? { ...ports, readiness: gate.ask } : ports, { policies: [spy] })
    const page = createPage(call)
    const using = new Map<string, () => void>()
    let dialled = 0
    const acts: Readonly<Record<string, (letter: string) => void>> = {
      page: (letter) => {
        const act = { x: page.leave, a: page.attach, o: page.glance, b: page.bounceNext, h: page.hangUpNext }[letter]
        act?.()
      },
      gate: gate.answer,
      sample: (letter) => {
        const sample = SAMPLES[letter]
        if (sample !== undefined) sample$.next(sample)
      },
      policy: (letter) => {
        const policy = POLICIES[letter]
        const stop = using.get(letter)
        stop?.()
        if (stop !== undefined) using.delete(letter)
        else if (policy !== undefined) using.set(letter, call.use(policy))
      },
    }
    const act = ({ lane, letter }: Step) => {
      acts[lane]?.(letter)
      const event = EVENTS[lane]?.[letter]?.(dialled)
      if (event === undefined) return
      if (!isIntent(event)) say(event)
      else if (listeners.line > 0) call.dispatch(event)
      if (event.type === 'intent/startCall' && 'callId' in call.session && call.session.callId === event.callId)
        dialled += 1
    }
    scheduler.schedule(page.attach, 1)
    schedule(scheduler, story, act, () => {
      scheduler.schedule(() => {
        // Also while somebody still watches, a call that is over waits for nothing; a policy may.
        if (!isRunning(call.session) && using.size === 0) left['timersAfterTheEnd'] = scheduler.actions.length
        if (!asksPhone(call.session)) left['questionsOfNoCall'] = gate.questions.open
        page.leave()
        left['questionsAtOnce'] = Math.max(0, gate.questions.most - 1)
        Object.assign(left, listeners, {
          inside: observed(call.context),
          questions: gate.questions.open,
          timers: scheduler.actions.length,
        })
        stopTime(scheduler)
      }, REST_MS)
    })
    return { transitions, visits: page.visits, sent, glances: page.glances, left }
  })
}
