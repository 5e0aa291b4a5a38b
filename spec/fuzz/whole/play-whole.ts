/** Plays a story to components on pages, with the whole SDK under them, and the bundled call centre with two seats. */
import type { OperatorState } from '../../../call-centre/server/operator-messages'
import { asyncScheduler } from 'rxjs'
import { TestScheduler } from 'rxjs/testing'
import { isRunning, type Session } from '../../../lib/entries/call'
import { wxNow } from '../../../lib/entries/index'
import { configure, login } from '../../../lib/entries/login'
import { schedule, type Step, stopTime } from '../script'
import { createClock } from '../wire/clock'
import { createNetwork, type Network, type Weather } from '../wire/network'
import { type Agreement, watchAgreement } from './agreement'
import { createWholeCentre, type Desk, sdkAppId, TOKEN } from './centre'
import { loadComponent, openPage, type Page, type Told } from './page'
import { counter, firstPhone, phoneOn } from './phone'

/** What everybody believes, long after all has become good again. */
export interface Rest {
  readonly pages: readonly {
    readonly isAttached: boolean
    readonly told: readonly Told[]
    readonly session: Session
    readonly enableMic: boolean
    readonly pushUrl: string
  }[]
  readonly desks: readonly Desk[]
  readonly centre: OperatorState
}

export interface WholeTrace {
  /** What each page was told. */
  readonly told: readonly (readonly Told[])[]
  /** When each session was recorded. */
  readonly endedAtMs: ReadonlyMap<string, number>
  /** How much the steps of the clock may have changed what the phone measures. */
  readonly clockErrorMs: number
  /** How many keys were pressed while somebody could hear them. */
  readonly keys: number
  /** Where a call is two seconds after it was placed at the very end; `null`: another one runs, or no page is there. */
  readonly lastCall: Session['phase'] | null
  /** By call: whether its customer wants to be heard, as said last while it ran. */
  readonly wishes: ReadonlyMap<string, boolean>
  readonly sockets: Network['open']
  readonly differences: Agreement['differences']
  readonly rest: Rest
  /** What is left when the last page has gone, by name; all are 0. */
  readonly left: Readonly<Record<string, number>>
}

const WEATHERS: Readonly<Record<string, Weather>> = { u: 'up', d: 'down', m: 'mute', f: 'deaf' }
/** The day on which a story plays. */
const EPOCH_MS = 1_780_000_000_000
const HOUR_MS = 3_600_000
/** A phone that has nothing but its clock takes a step for at most so much time. */
const OLD_PHONE_ERROR_MS = 60_000
/** The window of the centre, its rings, and the longest pauses of the line. */
const REST_MS = 150_000
/** A line that nobody needs any more is closed within this. */
const LEAVING_MS = 1_000
const ANSWER_MS = 2_000

/** A phone knows the unit of its counter when it has counted for a moment. */
const measureCounter = () => {
  const { now } = asyncScheduler
  for (const ms of [0, 1_000]) {
    asyncScheduler.now = () => EPOCH_MS + ms
    counter.now = () => ms
    wxNow()
  }
  asyncScheduler.now = now
}

/** Loads the component and logs the customer in, once for all stories. */
export const prepare = async (): Promise<void> => {
  const phone = firstPhone()
  measureCounter()
  await loadComponent()
  configure({ sdkAppId, host: 'https://centre.example', log: 'off' })
  const loggingIn = login({ sdkAppId, jsCode: 'code' })
  phone.request().answer(200, { userId: 'ann', token: TOKEN, expiresAt: Date.now() + 24 * HOUR_MS })
  await loggingIn
}

const customerActs: Readonly<Record<string, (page: Page) => void>> = {
  d: ({ sdk }) => {
    sdk.startCall({ channelId: 'direct' }).catch(() => undefined)
  },
  v: ({ sdk }) => {
    sdk.startCall({ channelId: 'menu' }).catch(() => undefined)
  },
  h: ({ sdk }) => {
    sdk.endCall()
  },
  m: ({ sdk }) => {
    sdk.muteAudio()
  },
  u: ({ sdk }) => {
    sdk.unmuteAudio()
  },
  e: ({ sdk }) => {
    sdk.setSoundMode('ear')
  },
}

/** Whether the key was taken: before the centre has answered there is nobody to hear it. */
const pressKey = ({ sdk }: Page): boolean => {
  try {
    sdk.sendDigits({ digits: '1' })
    return true
  } catch {
    return false
  }
}

const mediaActs: Readonly<Record<string, (page: Page) => void>> = {
  e: ({ sdk }) => {
    sdk.onPusherStatus({ detail: { code: 1018 } })
  },
  j: ({ sdk }) => {
    sdk.onPlayerStatus({ detail: { code: 2004 } })
  },
  D: ({ sdk }) => {
    sdk.onPusherStatus({ detail: { code: -1307 } })
  },
  d: ({ sdk }) => {
    sdk.onPlayerStatus({ detail: { code: -2301 } })
  },
  i: ({ sdk }) => {
    sdk.onPusherStatus({ detail: { code: 5001 } })
  },
}

export const playWhole = (story: readonly Step[]): WholeTrace => {
  const scheduler = new TestScheduler(() => undefined)
  const { now } = asyncScheduler
  const trace = play(story, scheduler)
  asyncScheduler.now = now
  return trace
}

const play = (story: readonly Step[], scheduler: TestScheduler): WholeTrace =>
  scheduler.run(() => {
    const steps = { phoneMs: 0, centreMs: 0 }
    const monotonicMs = () => scheduler.now()
    // The phone's clock is what somebody sets; timers do not know of it.
    asyncScheduler.now = () => EPOCH_MS + monotonicMs() + steps.phoneMs
    const clock = createClock(scheduler)
    const centre = createWholeCentre(clock, () => steps.centreMs)
    const isOldPhone = story.length % 3 === 0
    const network = createNetwork(clock, centre.accept)
    const phone = phoneOn(network.openSocket)
    counter.now = isOldPhone ? () => undefined : monotonicMs
    const time = { now: monotonicMs, after: (ms: number, act: () => void) => void clock.after(ms, act) }
    const pages: [Page, Page] = [openPage(time, sdkAppId), openPage(time, sdkAppId)]
    const everyPage: Page[] = [...pages]
    const wishes = new Map<string, boolean>()
    let keys = 0
    let clockErrorMs = 0
    let lastCall: Session['phase'] | null = null
    const agreement = watchAgreement(clock, network, pages, () => centre.state())

    const customer = (index: 0 | 1, letter: string) => {
      const page = pages[index]
      if (!page.isAttached()) return
      customerActs[letter]?.(page)
      if (letter === '1' && pressKey(page)) keys += 1
      const { session } = page.sdk.call
      if ((letter === 'm' || letter === 'u') && isRunning(session)) wishes.set(session.callId, letter === 'u')
    }
    const visit = (letter: string) => {
      const index = letter.toLowerCase() === 'a' ? 0 : 1
      if (letter === 'A' || letter === 'B') pages[index].detach()
      else if (!pages[index].isAttached()) {
        // Who comes back finds a new page.
        pages[index] = openPage(time, sdkAppId)
        everyPage.push(pages[index])
        pages[index].attach()
      }
    }
    const net: Readonly<Record<string, () => void>> = {
      k: () => network.cut(true),
      s: () => network.cut(false),
      X: () => network.deafen(),
      x: () => network.loseNext(),
      F: () => network.flap(),
      r: () => network.repeat(),
      R: () => network.repeatSaid(),
    }
    const setPhone = (byMs: number) => {
      steps.phoneMs += byMs
      if (isOldPhone) clockErrorMs += OLD_PHONE_ERROR_MS
    }
    const around: Readonly<Record<string, () => void>> = {
      h: () => phone.hidden.tell(),
      s: () => phone.shown.tell(),
      i: () => phone.interrupted.tell(),
      r: () => phone.resumed.tell(),
      c: () => setPhone(-HOUR_MS),
      C: () => setPhone(24 * HOUR_MS),
      d: () => void (steps.centreMs -= HOUR_MS),
      D: () => void (steps.centreMs += HOUR_MS),
    }
    const act = ({ lane, letter }: Step) => {
      if (lane === 'ann') customer(0, letter)
      if (lane === 'too') customer(1, letter)
      if (lane === 'page') visit(letter)
      if (lane === 'one') centre.seat('1001', letter)
      if (lane === 'two') centre.seat('1002', letter)
      if (lane === 'net') {
        network.weather = WEATHERS[letter] ?? network.weather
        net[letter]?.()
        agreement.disturb()
      }
      if (lane === 'phone') around[letter]?.()
      if (lane === 'media') pages.filter((page) => page.isAttached()).forEach((page) => mediaActs[letter]?.(page))
    }

    const look = (): Rest => ({
      pages: pages.map((page) => {
        const { session } = page.sdk.call
        const { enableMic, pushUrl } = page.sdk.data
        return { isAttached: page.isAttached(), told: [...page.told], session, enableMic, pushUrl }
      }),
      desks: Object.values(centre.desks).map((desk) => ({ ...desk })),
      centre: centre.state(),
    })
    let rest = look()
    const left: Record<string, number> = {}
    const finish = () => {
      clock.stop()
      Object.assign(left, { sockets: network.open.now, listeners: phone.listeners(), timers: scheduler.actions.length })
      stopTime(scheduler)
    }
    const leave = () => {
      pages.forEach((page) => page.detach())
      scheduler.schedule(finish, LEAVING_MS)
    }
    /** The line of a page that rests is no more than what it believes, until somebody calls. */
    const callOnceMore = () => {
      rest = look()
      const here = pages.filter((page) => page.isAttached())
      const [page] = here.some(({ sdk }) => isRunning(sdk.call.session)) ? [] : here
      if (page !== undefined) customerActs['d']?.(page)
      scheduler.schedule(() => {
        lastCall = page?.sdk.call.session.phase ?? null
        leave()
      }, ANSWER_MS)
    }
    scheduler.schedule(() => pages[0].attach(), 1)
    schedule(scheduler, story, act, () => {
      if (network.weather !== 'up') agreement.disturb()
      network.weather = 'up'
      phone.resumed.tell()
      phone.shown.tell()
      scheduler.schedule(() => phone.shown.tell(), REST_MS / 2)
      scheduler.schedule(callOnceMore, REST_MS)
    })
    return {
      told: everyPage.map((page) => page.told),
      wishes,
      sockets: network.open,
      differences: agreement.differences,
      left,
      endedAtMs: centre.endedAtMs,
      get clockErrorMs() {
        return clockErrorMs
      },
      get keys() {
        return keys
      },
      get lastCall() {
        return lastCall
      },
      get rest() {
        return rest
      },
    }
  })
