import { words } from './floor-plan'
import { aside, type Asked, asking, held, lastOf, statusOf, talk } from './consult-floor'

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
    quiet.clock.advance(32_000)
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
