/**
 * A page that is frozen in the middle of a talk, as a laptop's lid, a background tab and a debugger do it: what becomes of
 * the talk is declared here, for the workstation and for the customer's page. The window is 10 s, and begins when the centre
 * has heard nothing for two heartbeats of a second.
 */
import { at, virtually } from '../../spec/virtual-time'
import { createCustomerScene } from './frozen-page/customer-scene'
import { createFreezer, type Waiting } from './frozen-page/freezer'
import { createScene } from './seat-races/scene'

const FREEZE_MS = 1_000
/** As in `npm run faults:desk`: the talk goes on within five seconds. */
const RESUMED_MS = 5_000
const SETTLED_MS = 7_000

const UNNOTICED_MS = 1_500
const SILENT_MS = 3_000
const IN_THE_WINDOW_MS = 11_000
const BEYOND_MS = 14_000

const ORDERS: readonly Waiting[] = ['timers', 'events']

/** Each length of the ice in both orders. */
const cells = <Outcome>(table: readonly (readonly [frozenMs: number, outcome: Outcome])[]) =>
  table.flatMap(([frozenMs, outcome]) => ORDERS.map((first) => ({ frozenMs, first, outcome })))

afterEach(() => {
  jest.restoreAllMocks()
})

describe('a workstation that is frozen', () => {
  const begin = () => {
    const freezer = createFreezer()
    const scene = createScene()
    const page = scene.tab('1', freezer)
    at(100, scene.calls)
    at(500, () => {
      page.says('answer')
    })
    at(700, () => {
      page.does({ type: 'click/mute' })
    })
    at(FREEZE_MS, () => {
      expect(scene.customer.splice(0)).toEqual(['started', 'queued', 'ringing', 'accepted'])
      freezer.freeze()
    })
    return { freezer, scene, page }
  }

  it.each(
    cells([
      [UNNOTICED_MS, { customer: '', call: { phase: 'talking', muted: true }, records: 0 }],
      [SILENT_MS, { customer: '', call: { phase: 'talking', muted: true }, records: 0 }],
      [IN_THE_WINDOW_MS, { customer: '', call: { phase: 'talking', muted: true }, records: 0 }],
      // The call went back to the queue, and rings where a seat is: here.
      [BEYOND_MS, { customer: 'queued ringing', call: { phase: 'ringing' }, records: 0 }],
    ]),
  )('for $frozenMs ms, $first first', ({ frozenMs, first, outcome }) => {
    virtually(() => {
      const { freezer, scene, page } = begin()
      at(FREEZE_MS + frozenMs, () => {
        freezer.thaw(first)
      })
      at(FREEZE_MS + frozenMs + RESUMED_MS, () => {
        const { call, link } = page.state()
        expect({ customer: scene.customer.join(' '), call, records: scene.records.length }).toMatchObject(outcome)
        expect(link).toBe('up')
        page.kill()
      })
    })
  })

  it.each(
    cells([
      [UNNOTICED_MS, 'ended'],
      [SILENT_MS, 'ended'],
      [IN_THE_WINDOW_MS, 'ended'],
      [BEYOND_MS, 'queued ended'],
    ]),
  )('for $frozenMs ms, in which the agent hangs up, $first first: one end', ({ frozenMs, first, outcome }) => {
    virtually(() => {
      const { freezer, scene, page } = begin()
      at(FREEZE_MS + 500, () => {
        page.does({ type: 'click/hangUp' })
      })
      at(FREEZE_MS + frozenMs, () => {
        freezer.thaw(first)
        expect(page.state().call).toBeNull()
      })
      at(FREEZE_MS + frozenMs + SETTLED_MS, () => {
        expect([scene.customer.join(' '), scene.records.length]).toEqual([outcome, 1])
        expect([page.state().call, page.state().link]).toEqual([null, 'up'])
        page.kill()
      })
    })
  })
})

describe('a customer’s page that is frozen', () => {
  const begin = () => {
    const freezer = createFreezer()
    const scene = createCustomerScene(freezer)
    at(100, scene.starts)
    at(700, scene.mutes)
    at(FREEZE_MS, () => {
      expect(scene.session()).toMatchObject({ phase: 'talking' })
      scene.seat.splice(0)
      freezer.freeze()
    })
    return { freezer, scene }
  }

  it.each(
    cells([
      [UNNOTICED_MS, { seat: '', phase: 'talking', records: [] }],
      [SILENT_MS, { seat: '', phase: 'talking', records: [] }],
      [IN_THE_WINDOW_MS, { seat: '', phase: 'talking', records: [] }],
      [BEYOND_MS, { seat: 'ended', phase: 'ended', records: ['clientTimeout'] }],
    ]),
  )('for $frozenMs ms, $first first', ({ frozenMs, first, outcome }) => {
    virtually(() => {
      const { freezer, scene } = begin()
      at(FREEZE_MS + frozenMs, () => {
        freezer.thaw(first)
      })
      at(FREEZE_MS + frozenMs + RESUMED_MS, () => {
        const { phase } = scene.session()
        expect({ seat: scene.seat.join(' '), phase, records: scene.records }).toEqual(outcome)
        expect(scene.phases.filter((told) => told === 'ended')).toHaveLength(outcome.records.length)
        scene.leaves()
      })
    })
  })
})
