/** The operator's line: what a page is told, in which frames, and what becomes of what it asks for. */
import { reduce, openingState } from '../desk/operator/state'
import type { OperatorNotice, OperatorState } from '../server/operator-messages'
import { limits } from '../server/limits'
import { noticesOf, pictureOf } from '../server/operator/picture'
import { floorPlan } from './floor-plan'
import { createVirtualClock } from './virtual-clock'
import { closeAll, customerWire, open, operatorWire, pass, staff, startFrame, wire } from './wire'
import { talk } from './wire-talk'

afterEach(closeAll)

const bytesOf = (notice: OperatorNotice): number => Buffer.byteLength(JSON.stringify({ ...notice, n: 2 ** 53 - 1 }))

const stateOf = (waiting: number, caller = '客'.repeat(128)): OperatorState => ({
  time: 1,
  places: [],
  seats: [],
  records: [],
  sessions: Array.from({ length: waiting }, (_, ticket) => ({
    ...{ sessionId: `session-${ticket}`, caller, channel: 'Sales', media: 'audio', phase: 'waiting', line: 'up' },
    ...{ since: 1, ticket, ivrPath: [{ key: '1', label: '售后' }] },
  })),
})

const shownAfter = (...notices: readonly OperatorNotice[]) =>
  notices.reduce((page, notice) => reduce(page, notice, 0), openingState('en')).sessions

describe('the picture', () => {
  it('of 2,000 who wait comes in frames that all fit, and a page has all of them afterwards', () => {
    const state = stateOf(2_000)
    const notices = noticesOf(pictureOf(state))
    expect(Math.max(...notices.map(bytesOf))).toBeLessThanOrEqual(limits.frameBytes)
    expect(shownAfter(...notices)).toEqual(state.sessions)
  })

  it('that fits in one frame comes in one, and with one more in two', () => {
    const countOf = (waiting: number) => noticesOf(pictureOf(stateOf(waiting))).length
    let most = 1
    while (countOf(most + 1) === 1) most += 1
    expect([countOf(most), countOf(most + 1)]).toEqual([1, 2])
    const [whole] = noticesOf(pictureOf(stateOf(most)))
    expect(whole && bytesOf(whole)).toBeGreaterThan(0.95 * limits.frameBytes)
  })

  it('tells of the one who leaves the head of the line, and not of all who move up', () => {
    const before = pictureOf(stateOf(2_000))
    const { sessions, ...rest } = stateOf(2_000)
    const notices = noticesOf(pictureOf({ ...rest, sessions: sessions.slice(1) }), before)
    expect(notices).toMatchObject([{ sessions: [], gone: { sessions: ['session-0'] } }])
    expect(shownAfter(...noticesOf(before), ...notices)).toEqual(sessions.slice(1))
  })

  it('numbers those who wait as they came to the line, whoever called first', () => {
    const { centre, customer } = floorPlan()
    const [first, second] = [customer('first'), customer('second')]
    const [inMenu, direct] = [first.start('menu'), second.start('direct')]
    first.digits('1')
    const byTicket = [...centre.state().sessions].sort((one, other) => (one.ticket ?? 0) - (other.ticket ?? 0))
    expect(byTicket.map(({ sessionId }) => sessionId)).toEqual([direct, inMenu])
  })

  it('says nothing where nothing is another', () => {
    expect(noticesOf(pictureOf(stateOf(3)), pictureOf(stateOf(3)))).toEqual([])
  })

  it('leaves out a row that would fit in no frame, and tells the others', () => {
    const { sessions } = stateOf(2)
    const [, giant] = stateOf(2, 'x'.repeat(limits.frameBytes)).sessions
    const told = sessions.slice(0, 1)
    const notices = noticesOf(pictureOf({ ...stateOf(0), sessions: [...told, ...(giant ? [giant] : [])] }))
    expect(shownAfter(...notices)).toEqual(told)
  })
})

describe('the line', () => {
  it('tells the picture at once, and changes at most ten times a second', async () => {
    const clock = createVirtualClock()
    const centre = await open({}, { clock })
    const operator = await operatorWire(centre)
    expect(await operator.next('operator/changed')).toMatchObject({ sessions: [], seats: [], records: [] })
    const { sessionId } = await talk(centre)
    expect(operator.heard.filter(({ type }) => type === 'operator/changed')).toHaveLength(1)
    clock.advance(100)
    expect(await operator.next('operator/changed')).toMatchObject({
      sessions: [{ sessionId, phase: 'talking', line: 'up', seatName: 'Seat 1', channel: 'Direct' }],
    })
  })

  it('a page that takes nothing is told nothing more until it does', async () => {
    const clock = createVirtualClock()
    const centre = await open({}, { clock })
    const operator = await operatorWire(centre)
    await operator.next('operator/changed')
    operator.socket.pause()
    await talk(centre)
    clock.advance(100)
    const ben = await customerWire(centre, 'ben')
    ben.say({ ...startFrame, n: 1 })
    await ben.next('call/queued')
    clock.advance(1_000)
    operator.socket.resume()
    expect(await operator.next('operator/changed')).toMatchObject({ n: 2, sessions: [{ phase: 'talking' }] })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(operator.heard.at(-1)).toMatchObject({ n: 2 })
    clock.advance(100)
    expect(await operator.next('operator/changed')).toMatchObject({ n: 3, sessions: [{ phase: 'waiting' }] })
  })

  it('goes on after a cut: what happened meanwhile is told, and a hang-up that is said again ends nothing twice', async () => {
    const clock = createVirtualClock()
    const centre = await open({}, { clock })
    const operator = await operatorWire(centre)
    const { linkId } = await operator.next('link/welcome')
    await operator.next('operator/changed')
    const { ann, sessionId } = await talk(centre)
    operator.say({ type: 'operator/hangUp', sessionId })
    await ann.next('call/ended')
    operator.socket.terminate()
    // The centre hears of it.
    await new Promise((resolve) => setTimeout(resolve, 50))
    clock.advance(100)
    const again = await operatorWire(centre, `${String(linkId)}.1`)
    expect(await again.next('link/welcome')).toMatchObject({ resumed: true, seen: 1 })
    clock.advance(100)
    expect(await again.next('operator/changed')).toMatchObject({
      records: [{ sessionId, closeBy: 'admin', endStatus: 'ok' }],
    })
    again.say({ type: 'operator/hangUp', sessionId })
    expect(await again.next('link/ack')).toEqual({ type: 'link/ack', seen: 1 })
    clock.advance(100)
    expect(again.heard.filter(({ type }) => type === 'operator/changed')).toHaveLength(1)
  })

  it('is closed as silent after two heartbeats, as every link', async () => {
    const clock = createVirtualClock()
    const centre = await open({ heartbeatMs: 10_000 }, { clock })
    const operator = await operatorWire(centre)
    await operator.next('operator/changed')
    await pass(clock, 15_000, [operator])
    clock.advance(20_000)
    expect(await operator.closed).toMatch(/^4408/)
  })

  it('has the pace of every door: a flood is closed with 4429', async () => {
    const operator = await operatorWire(await open({}, { clock: createVirtualClock() }))
    await operator.next('operator/changed')
    for (let sent = 0; sent < 1_100; sent += 1) operator.say({ type: 'operator/hangUp', sessionId: 'x' })
    expect(await operator.closed).toMatch(/^4429/)
  })

  it('takes no page that offers no link', async () => {
    const centre = await open()
    expect(await wire(centre, '/operator', [], await staff(centre, 'supervisor')).closed).toMatch(/^4403/)
  })

  it('leaves nothing behind when the page closes it', async () => {
    const clock = createVirtualClock()
    const centre = await open({}, { clock })
    const idle = clock.pending()
    const operator = await operatorWire(centre)
    await operator.next('operator/changed')
    operator.socket.close(1000)
    await operator.closed
    clock.advance(100)
    expect(clock.pending()).toBe(idle)
  })
})
