import { must } from './server-frame'
import { hangUpOf, type Scenario } from './visit'

const laterType = { type: 'call/somethingOfALaterVersion', callId: 'x' }

/** PROTOCOL.md §3.2 and §3.3. */
export const numberScenarios: readonly Scenario[] = [
  {
    title: 'acknowledges a message',
    run: async (visit) => {
      const { link } = await visit.enter()
      await link.covered(link.tell(hangUpOf('unknown')))
      await link.covered(link.tell(hangUpOf('unknown')))
    },
  },
  {
    title: 'numbers its own messages 1, 2, 3 …',
    run: async (visit) => {
      const { link } = await visit.enter()
      const first = visit.startOf(visit.callId(), 'no-such-channel')
      link.tell(first)
      await link.next('call/refused')
      link.tell(visit.startOf(visit.callId(), 'no-such-channel'))
      const second = await link.next('call/refused')
      must(second['n'] === 2, `the second message has number ${String(second['n'])}`)
    },
  },
  {
    title: 'ignores a number that it has taken, and acknowledges it again',
    run: async (visit) => {
      const { link } = await visit.enter()
      const start = visit.startOf(visit.callId(), 'no-such-channel')
      await link.covered(link.tell(start))
      await link.next('call/refused')
      await link.settle()
      link.say({ ...start, n: 1 })
      await link.covered(1)
      const news = await link.settle()
      must(!news.some(({ type }) => type === 'call/refused'), 'a message that came twice was answered twice')
    },
  },
  {
    title: 'closes with 4400 when a number is missing, and does not take what came after the gap',
    run: async (visit) => {
      const before = await visit.enter()
      before.link.say({ ...hangUpOf('unknown'), n: 3 })
      const code = await before.link.closed()
      must(code === 4400, `the socket was closed with ${code}, not with 4400`)
      const { welcome } = await visit.resume(before)
      must(welcome['seen'] === 0, `after the gap the server says seen: ${String(welcome['seen'])}, not 0`)
    },
  },
  {
    title: 'acknowledges and ignores a numbered type that it does not know',
    run: async (visit) => {
      const { link } = await visit.enter()
      await link.covered(link.tell(laterType))
      await link.covered(link.tell(hangUpOf('unknown')))
    },
  },
  {
    title: 'acknowledges and ignores a type that only servers send',
    run: async (visit) => {
      const { link } = await visit.enter()
      await link.covered(link.tell({ type: 'call/ended', closeBy: 'client' }))
      const news = await link.settle()
      must(
        !news.some(({ type }) => type === 'link/invalid'),
        'from a client it is an unknown type, and no invalid frame',
      )
    },
  },
  {
    title: 'ignores a type that it does not know whose number is none',
    run: async (visit) => {
      const { link } = await visit.enter()
      for (const n of [0, -1, 1.5, 'x', null]) link.say({ ...laterType, n })
      const news = await link.settle()
      must(!news.some(({ type }) => type === 'link/invalid'), 'an unknown type is no invalid frame')
      await link.covered(link.tell(hangUpOf('unknown')))
    },
  },
  {
    title: 'ignores a type without a number that it does not know',
    run: async (visit) => {
      const { link } = await visit.enter()
      link.say({ type: 'link/somethingOfALaterVersion' })
      await link.settle()
      await link.covered(link.tell(hangUpOf('unknown')))
    },
  },
  {
    title: 'tolerates fields that it does not know',
    run: async (visit) => {
      const { link } = await visit.enter()
      const callId = visit.callId()
      link.tell({ ...visit.startOf(callId, 'no-such-channel'), later: { version: 2 }, constructor: 'x' })
      const { callId: answered } = await link.next('call/refused')
      must(answered === callId, 'the answer names another callId')
    },
  },
  {
    title: 'answers or ignores a heartbeat that begins otherwise, and goes on',
    run: async (visit) => {
      const { link } = await visit.enter()
      link.say('{ "type": "link/heartbeat", "seen": 0 }')
      const news = await link.settle()
      must(!news.some(({ type }) => type === 'link/invalid'), 'it was called invalid')
      await link.beat()
    },
  },
  {
    title: 'answers each heartbeat at once, with the last number that it has taken',
    run: async (visit) => {
      const { link } = await visit.enter()
      const fresh = await link.beat()
      must(fresh['seen'] === 0, `with nothing sent the heartbeat says seen: ${String(fresh['seen'])}`)
      await link.covered(link.tell(hangUpOf('unknown')))
      await link.settle()
      const later = await link.beat()
      must(later['seen'] === 1, `after one message the heartbeat says seen: ${String(later['seen'])}`)
    },
  },
]
