import { at, virtually } from '../../spec/virtual-time'
import {
  CONSULT_RACES,
  type ConsultOutcome,
  type ConsultRace,
  type ConsultStage,
  type Order,
} from './seat-races/consult-races'
import { createScene, type Page } from './seat-races/scene'

const ASKED_MS = 700
const BEGIN_MS = 1_000
/** A page that is gone is waited for. */
const SETTLED_MS = 14_000
/** From a page to the centre. */
const LATENCY_MS = 1

const shown = (page: Page): string => {
  const { call } = page.state()
  if (call?.phase !== 'talking') return call === null ? 'quiet' : call.phase
  if (call.consult?.part === 'asked') return 'asked'
  return call.consult?.state ?? (call.held ? 'talking held' : 'talking')
}

/** Seat 1 asks seat 2 about Ann, who is on hold. */
const begin = ({ from, b }: ConsultRace): ConsultStage => {
  const limited = b[0].en === 'the time to answer is up'
  const scene = createScene(limited ? { ringTimeoutMs: BEGIN_MS - ASKED_MS + 2 * LATENCY_MS } : {})
  const one = scene.tab('1')
  at(100, scene.calls)
  at(200, () => {
    one.says('answer')
  })
  const two = scene.tab('2')
  at(ASKED_MS, () => {
    one.does({ type: 'click/consult', toSeatId: '2' })
  })
  if (from === 'aside') {
    at(ASKED_MS + 100, () => {
      two.says('answer')
    })
  }
  at(BEGIN_MS - 1, () => {
    expect(scene.customer.splice(0).at(-1)).toBe('held=true')
    expect([shown(one), shown(two)]).toEqual(from === 'aside' ? ['aside', 'asked'] : ['ringing', 'ringing'])
  })
  return { scene, one, two }
}

const ORDERS: readonly Order[] = ['aFirst', 'bFirst', 'aAbove', 'bAbove']

const play = (race: ConsultRace, order: Order, outcome: ConsultOutcome): void => {
  const { a, b } = race
  const stage = begin(race)
  const [first, second] = order.startsWith('a') ? [a, b] : [b, a]
  at(BEGIN_MS, () => {
    first[1](stage)
  })
  at(BEGIN_MS + (order.endsWith('First') ? 10 : 0), () => {
    second[1](stage)
  })
  at(SETTLED_MS, () => {
    const { scene, one, two } = stage
    const settled = {
      one: outcome.one === 'gone' ? 'gone' : shown(one),
      two: outcome.two === 'gone' ? 'gone' : shown(two),
      customer: scene.customer.join(' '),
    }
    expect(settled).toEqual(outcome)
    expect(scene.records).toHaveLength(
      /quiet quiet|gone quiet|quiet gone/.test(`${outcome.one} ${outcome.two}`) ? 1 : 0,
    )
    for (const page of [one, two]) page.kill()
  })
}

describe.each(CONSULT_RACES.map((each) => [`${each.from}: ${each.a[0].en} × ${each.b[0].en}`, each] as const))(
  '%s',
  (_, each) => {
    const { outcome, but } = each
    it.each(ORDERS)('%s', (order) => {
      virtually(() => {
        play(each, order, but?.[0].includes(order) ? but[1] : outcome)
      })
    })
  },
)
