import { at, virtually } from '../../spec/virtual-time'
import { createScene, type Page } from './seat-races/scene'
import { SEAT_RACES, type Outcome, type SeatRace, type Stage } from './seat-races/races'
import { KEPT, limit, WRAP_UP_RACES, type WrapUpOutcome, type WrapUpRace } from './seat-races/wrap-up-races'

const BEGIN_MS = 1_000
const SWALLOWED_MS = 3_000
const SETTLED_MS = 8_000
const HUNG_UP_MS = 901
const LATE_MS = 30_000

const shown = (page: Page): string => {
  const { who, call } = page.state()
  if (who === null) return 'form'
  if (call?.phase !== 'talking') return call === null ? 'quiet' : call.phase
  return ['talking', ...(call.muted ? ['muted'] : []), ...(call.held ? ['held'] : [])].join(' ')
}

const lastOf = (page: Page) => page.state().outcome?.kind

/** Seat 1 talks with Ann. */
const begin = (): Stage => {
  const scene = createScene()
  const page = scene.tab('1')
  at(100, scene.calls)
  at(500, () => {
    page.says('answer')
  })
  at(BEGIN_MS - 1, () => {
    expect(scene.customer.splice(0)).toEqual(['started', 'queued', 'ringing', 'accepted'])
    expect(shown(page)).toBe('talking')
  })
  return { scene, page }
}

type Order = 'aFirst' | 'bFirst' | 'aAbove' | 'bAbove'

const ORDERS: readonly Order[] = ['aFirst', 'bFirst', 'aAbove', 'bAbove']

type Move = (stage: Stage) => void

/** What was swallowed meanwhile is swallowed no more a while after. */
const playBoth = (stage: Stage, first: Move, second: Move, gapMs: number): void => {
  at(BEGIN_MS, () => {
    first(stage)
  })
  at(BEGIN_MS + gapMs, () => {
    second(stage)
  })
  at(BEGIN_MS + SWALLOWED_MS, () => {
    stage.page.road.swallow(false)
  })
}

const race = ({ a, b }: SeatRace, order: Order, outcome: Outcome): void => {
  const stage = begin()
  const [first, second] = order.startsWith('a') ? [a, b] : [b, a]
  const gapMs = order.endsWith('First') ? 10 : 0
  playBoth(stage, first[1], second[1], gapMs)
  at(SETTLED_MS, () => {
    const { scene, page, other } = stage
    expect(scene.customer.join(' ')).toBe(outcome.customer)
    if (outcome.page !== 'gone') expect(shown(page)).toBe(outcome.page)
    expect(other && shown(other)).toBe(outcome.other)
    expect(scene.records).toHaveLength(outcome.page.startsWith('talking') ? 0 : 1)
    page.kill()
    other?.kill()
  })
}

describe.each(SEAT_RACES.map((each) => [`${each.a[0].en} × ${each.b[0].en}`, each] as const))('%s', (_, each) => {
  it.each(ORDERS)('%s', (order) => {
    virtually(() => {
      race(each, order, order === 'aAbove' ? (each.aAbove ?? each.outcome) : each.outcome)
    })
  })
})

/** Seat 1 has hung up on Ann, and writes it up. */
const beginWrapUp = (limitAtMs: number): Stage => {
  const scene = createScene({
    workstation: { breakReasons: [], declineReasons: [], dispositions: [], wrapUpMs: limitAtMs - HUNG_UP_MS },
  })
  const page = scene.tab('1')
  at(100, scene.calls)
  at(300, () => {
    page.says('answer')
  })
  at(400, () => {
    page.does({ type: 'click/notes', notes: KEPT })
  })
  at(HUNG_UP_MS - 1, () => {
    page.does({ type: 'click/hangUp' })
  })
  at(BEGIN_MS - 1, () => {
    expect(shown(page)).toBe('wrapUp')
    scene.customer.splice(0)
  })
  return { scene, page }
}

const wrapUpRace = ({ a, b }: WrapUpRace, order: Order, outcome: WrapUpOutcome): void => {
  const [first, second] = order.startsWith('a') ? [a, b] : [b, a]
  const gapMs = order.endsWith('First') ? 10 : 0
  // What a page says is there a millisecond later.
  const limitAtMs = a === limit ? BEGIN_MS + 1 + (order === 'bFirst' ? gapMs : 0) : LATE_MS
  const stage = beginWrapUp(limitAtMs)
  playBoth(stage, first[1], second[1], gapMs)
  at(SETTLED_MS, () => {
    const { scene, page, other } = stage
    if (outcome.page !== 'gone') expect(shown(page)).toBe(outcome.page)
    expect(other && shown(other)).toBe(outcome.other)
    expect(scene.records.map(({ UserRemark }) => UserRemark)).toEqual(
      outcome.filed === undefined ? [] : [outcome.filed],
    )
  })
  at(LATE_MS + SETTLED_MS, () => {
    const { scene, page, other } = stage
    expect(scene.records).toHaveLength(1)
    page.kill()
    other?.kill()
  })
}

describe.each(WRAP_UP_RACES.map((each) => [`writing up: ${each.a[0].en} × ${each.b[0].en}`, each] as const))(
  '%s',
  (_, each) => {
    it.each(ORDERS)('%s', (order) => {
      virtually(() => {
        wrapUpRace(each, order, order === 'aAbove' ? (each.aAbove ?? each.outcome) : each.outcome)
      })
    })
  },
)

describe('a seat without a line', () => {
  const GONE_MS = 13_000

  it('gets no calls once it is silent, and is given them again when it is back', () => {
    virtually(() => {
      const scene = createScene()
      const [first, second] = [scene.tab('1'), scene.tab('2')]
      at(100, () => {
        first.road.swallow(true)
      })
      at(2_500, scene.calls)
      at(3_000, () => {
        expect([shown(first), shown(second)]).toEqual(['quiet', 'ringing'])
        first.road.swallow(false)
      })
      at(3_500, () => {
        second.says('decline')
      })
      at(3_600, () => {
        expect([shown(first), second.state().away]).toEqual(['ringing', 'declined'])
        for (const page of [first, second]) page.kill()
      })
    })
  })

  it('keeps its talk for the window; after it the call goes on elsewhere, and the desk says so', () => {
    virtually(() => {
      const { scene, page } = begin()
      let second: Page | undefined
      at(BEGIN_MS, () => {
        second = scene.tab('2')
        page.road.swallow(true)
      })
      at(BEGIN_MS + 9_000, () => {
        expect(scene.customer).toEqual([])
        expect([shown(page), page.state().link]).toEqual(['talking', 'lost'])
      })
      at(BEGIN_MS + GONE_MS, () => {
        expect(scene.customer).toEqual(['queued', 'ringing'])
        expect(second && shown(second)).toBe('ringing')
        page.road.swallow(false)
      })
      at(BEGIN_MS + GONE_MS + 1_000, () => {
        expect([shown(page), lastOf(page)]).toEqual(['quiet', 'lost'])
        for (const each of [page, second]) each?.kill()
      })
    })
  })

  it('a hang-up that comes after the window ends the call where it waits or rings again', () => {
    virtually(() => {
      const { scene, page } = begin()
      at(BEGIN_MS, () => {
        page.road.swallow(true)
        page.does({ type: 'click/hangUp' })
        expect(shown(page)).toBe('quiet')
      })
      at(BEGIN_MS + GONE_MS, () => {
        page.road.swallow(false)
      })
      at(BEGIN_MS + GONE_MS + 1_000, () => {
        expect(scene.customer).toEqual(['queued', 'ended'])
        expect(scene.records).toHaveLength(1)
        page.kill()
      })
    })
  })

  it('its seat is taken over from another machine when the agent says so: muted and held as it was, the first page left', () => {
    virtually(() => {
      const { scene, page } = begin()
      let other: Page | undefined
      at(BEGIN_MS, () => {
        page.does({ type: 'click/mute' })
        other = scene.tab('1')
      })
      at(BEGIN_MS + 100, () => {
        expect(other?.state().trouble).toMatchObject({ kind: 'taken' })
        other?.does({ type: 'click/takeOver' })
      })
      at(BEGIN_MS + 200, () => {
        expect([shown(page), other && shown(other)]).toEqual(['form', 'talking muted'])
        expect(scene.customer).toEqual([])
        for (const each of [page, other]) each?.kill()
      })
    })
  })
})
