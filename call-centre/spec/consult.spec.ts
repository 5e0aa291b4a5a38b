import { storyOf } from '../server/records/call-story'
import { createShelf } from '../server/state/shelf'
import { floorPlan, type FloorPlan, type TestCustomer, type TestSeat, words } from './floor-plan'

interface Asked extends FloorPlan {
  readonly ann: TestCustomer
  readonly one: TestSeat
  readonly two: TestSeat
  readonly sessionId: string
}

/** Seat 1 talks with Ann; seat 2 is free. */
function talk(more: Parameters<typeof floorPlan>[0] = {}, shelf = createShelf([])): Asked {
  const plan = floorPlan(more, shelf)
  const one = plan.seat('1')
  const ann = plan.customer('ann')
  const sessionId = ann.start('direct')
  one.does({ type: 'seat/answer', sessionId })
  plan.clock.advance(1_000)
  const two = plan.seat('2')
  for (const { heard } of [ann, one, two]) heard.splice(0)
  return { ...plan, ann, one, two, sessionId }
}

/** As `talk`, and it rings at seat 2. */
function asking(...given: Parameters<typeof talk>): Asked {
  const plan = talk(...given)
  plan.one.does({ type: 'seat/consult', sessionId: plan.sessionId, toSeatId: '2' })
  return plan
}

/** As `asking`, and the two seats talk while Ann is on hold. */
function aside(...given: Parameters<typeof talk>): Asked {
  const plan = asking(...given)
  plan.clock.advance(1_000)
  plan.two.does({ type: 'seat/answer', sessionId: plan.sessionId })
  return plan
}

const statusOf = ({ centre }: FloorPlan, id: string) => centre.state().seats.find(({ seatId }) => seatId === id)
const lastOf = ({ heard }: TestSeat, type: string) => heard.findLast((notice) => notice.type === type)
const held = ({ heard }: TestCustomer) =>
  heard.flatMap((message) => (message.type === 'call/held' ? [message.held] : []))

/** The two seats' own room, as each knows it. */
function roomsOf({ one, two }: Asked) {
  const consult = lastOf(one, 'seat/consult')
  const talking = lastOf(two, 'seat/talking')
  if (consult?.type !== 'seat/consult' || talking?.type !== 'seat/talking') throw new Error('nobody is asked')
  return { ofAsking: consult.consult?.room, ofAsked: talking.room }
}

describe('a colleague is asked', () => {
  it('the customer is on hold, and the colleague is rung with who calls and who asks', () => {
    const plan = asking()
    const { ann, one, two, sessionId } = plan
    expect(ann.heard).toEqual([{ type: 'call/held', sessionId, held: true }])
    expect(lastOf(two, 'seat/incoming')).toMatchObject({
      type: 'seat/incoming',
      caller: 'ann',
      askedBy: 'Seat 1',
      timeoutMs: 10_000,
    })
    const consult = { part: 'asks', seatId: '2', name: 'Seat 2', state: 'ringing' }
    expect(one.heard).toContainEqual({ type: 'seat/consult', sessionId, held: true, consult })
    expect(statusOf(plan, '2')).toMatchObject({ status: 'busy', sessionId })
  })

  it('who is not free, not there, or oneself is not asked, and nobody is held', () => {
    const plan = talk()
    const { ann, one, two, sessionId } = plan
    two.does({ type: 'seat/status', status: 'rest' })
    for (const toSeatId of ['1', '2', '3']) one.does({ type: 'seat/consult', sessionId, toSeatId })
    expect(one.words()).toBe('refused refused refused')
    expect(ann.words()).toBe('')
    two.does({ type: 'seat/consult', sessionId, toSeatId: '1' })
    expect(two.words()).toBe('refused')
  })

  it('one colleague at a time, and the call is given to nobody else meanwhile', () => {
    const { one, seat, sessionId } = asking()
    seat('3')
    one.does({ type: 'seat/consult', sessionId, toSeatId: '3' })
    one.does({ type: 'seat/transfer', sessionId, toSeatId: '3' })
    expect(one.words()).toBe('held consult refused refused')
  })

  it('who answers talks with the asking seat, in a room of their own', () => {
    const plan = aside()
    const { one, two, sessionId } = plan
    expect(lastOf(two, 'seat/talking')).toMatchObject({
      ...{ sessionId, caller: 'ann', held: false, elapsedMs: 0 },
      consult: { part: 'asked', seatId: '1', name: 'Seat 1', state: 'aside' },
    })
    expect(lastOf(one, 'seat/consult')).toMatchObject({ held: true, consult: { part: 'asks', state: 'aside' } })
    const { ofAsking, ofAsked } = roomsOf(plan)
    expect(ofAsking?.roomId).toBe(ofAsked.roomId)
    const talking = one.heard.find(({ type }) => type === 'seat/talking')
    expect(talking).toBeUndefined()
    one.does({ type: 'seat/rejoin', sessionId })
    const again = lastOf(one, 'seat/talking')
    expect(again).toMatchObject({ held: true, consult: { part: 'asks', room: { roomId: ofAsked.roomId } } })
    expect(again?.type === 'seat/talking' && again.room.roomId).not.toBe(ofAsked.roomId)
  })

  it('who declines stays online, who does not answer is set on a break; the customer stays on hold', () => {
    const declined = asking()
    declined.two.does({ type: 'seat/decline', sessionId: declined.sessionId })
    expect(lastOf(declined.one, 'seat/consult')).toEqual({
      ...{ type: 'seat/consult', sessionId: declined.sessionId, held: true, why: 'declined' },
    })
    expect(declined.two.words()).toBe('incoming missed')
    expect(statusOf(declined, '2')).toMatchObject({ status: 'online' })
    const missed = asking()
    missed.clock.advance(10_000)
    expect(lastOf(missed.one, 'seat/consult')).toMatchObject({ held: true, why: 'missed' })
    expect(statusOf(missed, '2')).toMatchObject({ status: 'rest', away: 'missed' })
    for (const { ann } of [declined, missed]) expect(held(ann)).toEqual([true])
  })

  it('whose time to answer is up after the answer is not called away', () => {
    const { one, two, clock } = aside()
    clock.advance(60_000)
    expect(lastOf(one, 'seat/consult')).toMatchObject({ consult: { state: 'aside' } })
    expect(two.words()).toBe('incoming talking')
  })

  it('is asked no more when the agent goes back while it rings', () => {
    const plan = asking()
    plan.one.does({ type: 'seat/goBack', sessionId: plan.sessionId })
    expect(held(plan.ann)).toEqual([true, false])
    expect(plan.two.heard.find(({ type }) => type === 'seat/missed')).toMatchObject({ reason: 'calledOff' })
    expect(statusOf(plan, '2')?.status).toBe('online')
    plan.clock.advance(60_000)
    expect(statusOf(plan, '2')?.status).toBe('online')
  })
})

describe('a consult', () => {
  it('is swapped by hold and resume, and both seats know with whom the agent is', () => {
    const { ann, one, two, sessionId } = aside()
    one.does({ type: 'seat/hold', sessionId, held: false })
    expect(lastOf(two, 'seat/consult')).toMatchObject({ held: false, consult: { state: 'away' } })
    expect(lastOf(one, 'seat/consult')).toMatchObject({ held: false, consult: { state: 'away' } })
    one.does({ type: 'seat/hold', sessionId, held: true })
    expect(lastOf(two, 'seat/consult')).toMatchObject({ consult: { state: 'aside' } })
    expect(held(ann)).toEqual([true, false, true])
  })

  it('three together, the customer is not on hold; hold is aside again', () => {
    const { ann, one, two, sessionId } = aside()
    one.does({ type: 'seat/together', sessionId })
    for (const each of [one, two]) {
      expect(lastOf(each, 'seat/consult')).toMatchObject({ held: false, consult: { state: 'three' } })
    }
    one.does({ type: 'seat/hold', sessionId, held: true })
    expect(lastOf(one, 'seat/consult')).toMatchObject({ held: true, consult: { state: 'aside' } })
    expect(held(ann)).toEqual([true, false, true])
  })

  it('is not together with, nor handed over to, a colleague who has not answered or is gone', () => {
    const { one, two, sessionId } = asking()
    for (const type of ['seat/together', 'seat/handOver'] as const) one.does({ type, sessionId })
    two.does({ type: 'seat/decline', sessionId })
    for (const type of ['seat/together', 'seat/handOver'] as const) one.does({ type, sessionId })
    expect(one.words()).toBe('held consult refused refused consult refused refused')
  })

  it('ends when the agent goes back: the customer is not on hold, the colleague is free', () => {
    const plan = aside()
    const { ann, one, two, sessionId } = plan
    one.does({ type: 'seat/goBack', sessionId })
    expect(held(ann)).toEqual([true, false])
    expect(lastOf(one, 'seat/consult')).toEqual({ type: 'seat/consult', sessionId, held: false, why: 'back' })
    expect(two.words()).toBe('incoming talking advised')
    expect(statusOf(plan, '2')?.status).toBe('online')
    one.does({ type: 'seat/goBack', sessionId })
    expect(one.words()).toBe('held consult consult held consult')
  })

  it('ends when the colleague leaves or is lost: the customer stays on hold until the agent resumes', () => {
    const left = aside()
    left.two.does({ type: 'seat/goBack', sessionId: left.sessionId })
    expect(lastOf(left.one, 'seat/consult')).toMatchObject({ held: true, why: 'left' })
    expect(left.two.words()).toBe('incoming talking advised')
    const lost = aside()
    lost.centre.seatGone('2')
    expect(lastOf(lost.one, 'seat/consult')).toMatchObject({ held: true, why: 'lost' })
    for (const { ann } of [left, lost]) expect(held(ann)).toEqual([true])
  })

  it('is over with the call, whoever ends it, and both seats are free', () => {
    const ends: readonly ((plan: Asked) => void)[] = [
      ({ ann }) => {
        ann.hangUp()
      },
      ({ one, sessionId }) => {
        one.does({ type: 'seat/hangUp', sessionId })
      },
      ({ centre, sessionId }) => {
        centre.stop(sessionId, 'by a supervisor')
      },
      ({ centre, ann }) => {
        centre.linkGone(ann.linkId)
      },
    ]
    for (const end of ends) {
      const [ringing, talking] = [asking(), aside()]
      for (const plan of [ringing, talking]) {
        end(plan)
        expect(plan.one.words()).toMatch(/ ended$/)
        expect(plan.centre.state().seats.map(({ status }) => status)).toEqual(['online', 'online'])
        expect(plan.records).toHaveLength(1)
      }
      expect(ringing.two.words()).toBe('incoming missed')
      expect(talking.two.words()).toBe('incoming talking ended')
    }
  })

  it('brings keys and interruptions of the customer to both while three talk', () => {
    const { centre, ann, one, two, sessionId } = aside()
    const say = (message: Parameters<typeof centre.customer>[1]): void => {
      centre.customer({ linkId: ann.linkId, userId: 'ann' }, message)
    }
    say({ type: 'call/digits', sessionId, digits: '1' })
    expect(two.words()).not.toContain('digits')
    one.does({ type: 'seat/together', sessionId })
    say({ type: 'call/digits', sessionId, digits: '2' })
    say({ type: 'call/hold', sessionId, held: true })
    for (const each of [one, two]) expect(each.words()).toMatch(/digits customerHeld$/)
  })

  it('is written up by a colleague who talked with the customer, and by no other', () => {
    const workstation = { breakReasons: [], declineReasons: [], dispositions: [], wrapUpMs: 30_000 }
    const [quiet, three] = [aside({ workstation }), aside({ workstation })]
    three.one.does({ type: 'seat/together', sessionId: three.sessionId })
    for (const plan of [quiet, three]) {
      plan.two.does({ type: 'seat/remark', sessionId: plan.sessionId, notes: 'said how' })
      plan.one.does({ type: 'seat/goBack', sessionId: plan.sessionId })
    }
    expect(statusOf(quiet, '2')?.status).toBe('online')
    expect(statusOf(three, '2')?.status).toBe('wrapUp')
    quiet.ann.hangUp()
    quiet.clock.advance(30_000)
    expect(quiet.records).toMatchObject([{ UserRemark: 'said how' }])
  })
})

describe('a call that is handed over', () => {
  it('is the colleague’s, who talks with the customer in the call’s own room; the agent is out', () => {
    const plan = aside()
    const { ann, one, two, sessionId } = plan
    const { ofAsked } = roomsOf(plan)
    two.does({ type: 'seat/mute', sessionId, muted: true })
    one.does({ type: 'seat/handOver', sessionId })
    expect(ann.heard).toEqual([
      { type: 'call/held', sessionId, held: true },
      { type: 'call/held', sessionId, held: false },
      { type: 'call/accepted', sessionId, seat: { seatId: '2', name: 'Seat 2' } },
    ])
    expect(one.words()).toBe('held consult consult transferred')
    const talking = lastOf(two, 'seat/talking')
    expect(talking).toMatchObject({ transferredFrom: 'Seat 1', held: false, muted: true, elapsedMs: 0 })
    expect(talking).not.toHaveProperty('consult')
    expect(talking?.type === 'seat/talking' && talking.room.roomId).not.toBe(ofAsked.roomId)
    expect(plan.centre.state().seats).toMatchObject([{ status: 'online' }, { status: 'busy', sessionId }])
    two.does({ type: 'seat/hold', sessionId, held: true })
    expect(held(ann)).toEqual([true, false, true])
    two.does({ type: 'seat/hangUp', sessionId })
    expect(plan.records).toMatchObject([{ SeatUser: { UserId: '2' } }])
  })

  it('goes to the colleague when the agent’s page does not come back, and to the queue when nobody has answered', () => {
    const plan = aside()
    plan.centre.seatGone('1')
    expect(words(plan.ann.heard)).toBe('held held accepted')
    expect(lastOf(plan.two, 'seat/talking')).toMatchObject({ transferredFrom: 'Seat 1' })
    const ringing = asking()
    ringing.centre.seatGone('1')
    expect(words(ringing.ann.heard)).toMatch(/^held queued/)
    const noLine = aside()
    noLine.centre.seatLine('2', 'lost')
    noLine.centre.seatGone('1')
    expect(words(noLine.ann.heard)).toBe('held queued')
  })

  it('is not cut by a colleague who leaves at the same moment, whoever is heard first', () => {
    const first = aside()
    first.one.does({ type: 'seat/handOver', sessionId: first.sessionId })
    first.two.does({ type: 'seat/goBack', sessionId: first.sessionId })
    expect(first.records).toEqual([])
    expect(statusOf(first, '2')?.status).toBe('busy')
    const second = aside()
    second.two.does({ type: 'seat/goBack', sessionId: second.sessionId })
    second.one.does({ type: 'seat/handOver', sessionId: second.sessionId })
    expect(second.records).toEqual([])
    expect(statusOf(second, '1')?.status).toBe('busy')
  })
})

describe('what is known of a consult', () => {
  it('the page of either seat that comes anew is told where it is', () => {
    for (const plan of [asking(), aside()]) {
      for (const id of ['1', '2']) plan.seat(id)
      expect(plan.centre.state().sessions).toMatchObject([{ phase: 'talking', held: 'seat' }])
    }
    const ringing = asking()
    expect(ringing.seat('2').words()).toBe('signedIn incoming')
    expect(ringing.seat('1').heard).toContainEqual(
      expect.objectContaining({
        type: 'seat/talking',
        held: true,
        consult: expect.objectContaining({ state: 'ringing' }),
      }),
    )
    const talking = aside()
    talking.one.does({ type: 'seat/together', sessionId: talking.sessionId })
    for (const id of ['1', '2']) {
      expect(lastOf(talking.seat(id), 'seat/talking')).toMatchObject({ held: false, consult: { state: 'three' } })
    }
  })

  it('outlives the process: the ring with what is left of its time, the talk as it was', () => {
    const shelf = createShelf([])
    const { clock, sessionId } = asking({}, shelf)
    clock.advance(4_000)
    const anew = () =>
      floorPlan({}, createShelf(shelf.take().flatMap(([kind, name, json]) => (json ? [[kind, name, json]] : []))))
    const ringing = anew()
    const two = ringing.seat('2')
    const incoming = lastOf(two, 'seat/incoming')
    expect(incoming).toMatchObject({ askedBy: 'Seat 1', sessionId })
    ringing.clock.advance(incoming?.type === 'seat/incoming' ? incoming.timeoutMs : 0)
    expect(two.words()).toBe('signedIn incoming missed')
    const other = createShelf([])
    aside({}, other)
    const changes = other.take()
    const talking = floorPlan({}, createShelf(changes.flatMap(([k, n, json]) => (json ? [[k, n, json]] : []))))
    const one = talking.seat('1')
    expect(lastOf(one, 'seat/talking')).toMatchObject({ held: true, consult: { state: 'aside' } })
    const session = talking.centre.state().sessions[0]?.sessionId ?? ''
    one.does({ type: 'seat/handOver', sessionId: session })
    expect(one.words()).toBe('signedIn talking transferred')
  })

  it('the board shows who is asked, and how far it is', () => {
    const { centre, one, two, sessionId } = asking()
    const consult = () => centre.state().sessions[0]
    expect(consult()).toMatchObject({
      seatName: 'Seat 1',
      held: 'seat',
      asked: { seatName: 'Seat 2', state: 'ringing' },
    })
    two.does({ type: 'seat/answer', sessionId })
    one.does({ type: 'seat/together', sessionId })
    expect(consult()).toMatchObject({ asked: { state: 'three' } })
    expect(consult()).not.toHaveProperty('held')
  })

  it('the record and its story say who took part', () => {
    const plan = aside()
    const { one, two, sessionId, clock, book, records } = plan
    clock.advance(3_000)
    one.does({ type: 'seat/together', sessionId })
    clock.advance(2_000)
    one.does({ type: 'seat/goBack', sessionId })
    clock.advance(1_000)
    one.does({ type: 'seat/consult', sessionId, toSeatId: '2' })
    two.does({ type: 'seat/answer', sessionId })
    clock.advance(1_000)
    one.does({ type: 'seat/handOver', sessionId })
    clock.advance(1_000)
    two.does({ type: 'seat/hangUp', sessionId })
    const [entry] = book.ofSeat()
    if (!entry) throw new Error('no call is over')
    const { steps, startedAt, parts } = storyOf(entry, {})
    expect(steps.map(({ at, ...step }) => [(at - startedAt) / 1_000, ...Object.values(step)])).toEqual([
      [0, 'started'],
      [0, 'queued'],
      [0, 'rang', 'Seat 1'],
      [0, 'answered', 'Seat 1'],
      [1, 'asked', 'Seat 2', 'Seat 1'],
      [2, 'aside', 'Seat 2'],
      [5, 'together', 'Seat 2'],
      [7, 'left', 'Seat 2', 'advised'],
      [8, 'asked', 'Seat 2', 'Seat 1'],
      [8, 'aside', 'Seat 2'],
      [9, 'left', 'Seat 1', 'transferred', 'Seat 2'],
      [9, 'answered', 'Seat 2'],
      [10, 'ended', 'seat', 'ok'],
    ])
    expect(parts?.map(({ seatName, outcome }) => `${seatName} ${outcome}`)).toEqual([
      'Seat 1 transferred',
      'Seat 2 advised',
      'Seat 2 talked',
    ])
    expect(records[0]?.ServeParticipants).toMatchObject([
      { EndStatusString: 'seatForward', TransferTo: '2' },
      { EndStatusString: 'ok', TransferFrom: '', AskedBy: 'Seat 1' },
      { EndStatusString: 'ok', TransferFrom: 'Seat 1', AskedBy: 'Seat 1' },
    ])
    expect(book.summaries()).toMatchObject([{ seatName: 'Seat 2' }])
  })

  it('a ring that came to nothing is in the story too', () => {
    const outcome = (act: (plan: Asked) => void): string | undefined => {
      const plan = asking()
      act(plan)
      plan.ann.hangUp()
      return plan.book.summaries()[0]?.parts?.[1]?.outcome
    }
    expect(
      outcome(({ two, sessionId }) => {
        two.does({ type: 'seat/decline', sessionId })
      }),
    ).toBe('declined')
    expect(
      outcome(({ clock }) => {
        clock.advance(10_000)
      }),
    ).toBe('missed')
    expect(
      outcome(({ one, sessionId }) => {
        one.does({ type: 'seat/goBack', sessionId })
      }),
    ).toBe('calledOff')
    expect(
      outcome(({ centre }) => {
        centre.seatGone('2')
      }),
    ).toBe('lost')
    expect(outcome(() => undefined)).toBe('calledOff')
  })
})
