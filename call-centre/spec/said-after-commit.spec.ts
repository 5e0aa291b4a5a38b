/** Nothing is said before the commit of what it says: to operators and in rooms as to customers and seats. */
import { memoryStore, type Store } from '../server/state/store'
import { createVirtualClock } from './virtual-clock'
import { closeAll, open, operatorWire, wire, type Wire } from './wire'
import { talk } from './wire-talk'

let release = (): void => undefined

afterEach(() => {
  release()
  return closeAll()
})

/** A store whose commits can be held up. */
const holdable = () => {
  const memory = memoryStore()
  let held = Promise.resolve()
  const store: Store = { ...memory, commit: (changes) => held.then(() => memory.commit(changes)) }
  return {
    store,
    hold: () => {
      held = new Promise((resolve) => (release = resolve))
    },
  }
}

/** Ann talks with seat 1, both are in the room, an operator watches; commits are held up from now on. */
const scene = async () => {
  const clock = createVirtualClock()
  const { store, hold } = holdable()
  const centre = await open({}, { clock, store })
  const operator = await operatorWire(centre)
  const { annRoom, seatRoom, ...call } = await talk(centre)
  clock.advance(100)
  const [phone, desk] = [wire(centre, '/room'), wire(centre, '/room')]
  for (const [page, room] of [[phone, annRoom] as const, [desk, seatRoom] as const]) {
    page.say({ type: 'room/join', ...room })
    await page.next('room/joined')
  }
  await phone.next('room/peerJoined')
  while (!JSON.stringify(await operator.next('operator/changed')).includes('talking'));
  hold()
  return { clock, operator, phone, desk, ...call }
}

/** What is heard in a moment in which all that is on its way arrives. */
const silence = async ({ heard }: Wire): Promise<readonly string[]> => {
  const before = heard.length
  await new Promise((resolve) => setTimeout(resolve, 50))
  return heard.slice(before).map(({ type }) => type)
}

it('an operator hears of the end of a call when it is kept', async () => {
  const { clock, operator, seat, sessionId } = await scene()
  seat.say({ type: 'seat/hangUp', sessionId })
  await silence(seat)
  clock.advance(100)
  expect(await silence(operator)).toEqual([])
  release()
  expect(await operator.next('operator/changed')).toMatchObject({
    records: [{ sessionId }],
    gone: { sessions: [sessionId] },
  })
})

it('a room passes nothing on, and shows nobody out, before what was done meanwhile is kept', async () => {
  const { clock, phone, desk, seat, sessionId } = await scene()
  seat.say({ type: 'seat/hangUp', sessionId })
  await silence(seat)
  phone.say({ type: 'room/signal', to: 'seat-1', data: 'words' })
  expect(await silence(desk)).toEqual([])
  clock.advance(2_000)
  expect(await silence(desk)).toEqual([])
  expect([phone, desk].map(({ socket }) => socket.readyState)).toEqual([phone.socket.OPEN, desk.socket.OPEN])
  release()
  expect(await desk.next('room/signal')).toMatchObject({ data: 'words' })
  expect([await phone.closed, await desk.closed]).toEqual(['1000 the call is over', '1000 the call is over'])
})
