import fc from 'fast-check'
import { storyOf } from '../server/records/call-story'
import { createShelf } from '../server/state/shelf'
import { aside, type Asked, asking, lastOf } from './consult-floor'
import { anyAct } from './floor-acts'
import { floorPlan } from './floor-plan'

describe('what is known of a consult', () => {
  it('the page of either seat that comes anew is told where it is', () => {
    for (const plan of [asking(), aside()]) {
      for (const id of ['1', '2']) plan.seat(id)
      expect(plan.centre.state().sessions).toMatchObject([{ phase: 'talking', held: 'seat' }])
    }
    const ringing = asking()
    expect(ringing.seat('2').words()).toBe('signedIn incoming')
    expect(lastOf(ringing.seat('1'), 'seat/talking')).toMatchObject({ held: true, consult: { state: 'ringing' } })
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
    talking.seat('2')
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

  it('who only gave advice has not served the customer, and finds the call in the own history', () => {
    const { one, sessionId, book, records } = aside()
    one.does({ type: 'seat/goBack', sessionId })
    one.does({ type: 'seat/hangUp', sessionId })
    expect(records).toMatchObject([{ SeatUser: { UserId: '1' } }])
    expect(book.ofSeat('2')).toMatchObject([{ seatIds: ['1'], summary: { seatName: 'Seat 1' } }])
  })

  it('the room of the two is open as long as they talk', () => {
    const shelf = createShelf([])
    const rooms = (): number => shelf.take().filter(([kind, , json]) => kind === 'room' && json === null).length
    const { one, sessionId } = aside({}, shelf)
    expect(rooms()).toBe(0)
    one.does({ type: 'seat/goBack', sessionId })
    expect(rooms()).toBe(1)
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

describe('whatever happens', () => {
  const workstation = { breakReasons: [], declineReasons: [], dispositions: [], wrapUpMs: 5_000 }

  it('a seat is busy with a call in which it has a part, and no other; a room is kept as long as its call', () => {
    fc.assert(
      fc.property(fc.array(anyAct(), { minLength: 20, maxLength: 80 }), (acts) => {
        const shelf = createShelf([])
        const plan = floorPlan({ workstation }, shelf)
        const rooms = new Set<string>()
        for (const act of acts) {
          act(plan)
          const { seats, sessions } = plan.centre.state()
          const working = sessions.flatMap(({ sessionId, seatName, asked }) =>
            [seatName, asked?.seatName].flatMap((name) => (name === undefined ? [] : `${name} ${sessionId}`)),
          )
          const busy = seats.flatMap(({ name, sessionId }) => (sessionId === undefined ? [] : `${name} ${sessionId}`))
          expect(busy.sort()).toEqual(working.sort())
          for (const [kind, name, json] of shelf.take()) {
            if (kind === 'room' && json !== null) rooms.add(name)
            if (kind === 'room' && json === null) rooms.delete(name)
          }
          const asides = sessions.filter(({ asked }) => asked !== undefined && asked.state !== 'ringing').length
          expect(rooms.size).toBeLessThanOrEqual(sessions.length + asides)
        }
      }),
      { numRuns: 150 },
    )
  })
})
