import { must } from './server-frame'
import { hangUpOf, welcomed, type Scenario } from './visit'

/** PROTOCOL.md §3.4 and §3.5. */
export const resumingScenarios: readonly Scenario[] = [
  {
    title: 'resumes a link, and says what it has taken',
    run: async (visit) => {
      const before = await visit.enter()
      await before.link.covered(before.link.tell(hangUpOf('unknown')))
      await before.link.lose()
      const { link, welcome } = await visit.resume(before)
      must(welcome['seen'] === 1, `the welcome says seen: ${String(welcome['seen'])}, not 1`)
      await link.covered(link.tell(hangUpOf('unknown')))
    },
  },
  {
    title: 'sends again after a resume what was not acknowledged, with the same number',
    run: async (visit) => {
      const before = await visit.enter()
      const { sessionId } = await visit.call(before.link)
      await before.link.lose()
      const { link, welcome } = await visit.resume(before, 0)
      const again = await link.next('call/started')
      must(again['n'] === 1, `call/started came again with number ${String(again['n'])}, not 1`)
      must(again['sessionId'] === sessionId, 'call/started came again for another session')
      const sent = Number(welcome['sent'] ?? 0)
      if (sent > 1) await link.find(`number ${String(sent)}, the last one by the welcome`, ({ n }) => n === sent)
    },
  },
  {
    title: 'does not send again what was acknowledged',
    run: async (visit) => {
      const before = await visit.enter()
      await visit.call(before.link)
      await before.link.settle()
      before.link.acknowledge()
      await before.link.settle()
      await before.link.lose()
      const { link } = await visit.resume(before)
      const news = await link.settle()
      must(!news.some(({ type }) => type === 'call/started'), 'call/started came again')
    },
  },
  {
    title: 'begins a new link when the client lacks what it has acknowledged before',
    run: async (visit) => {
      const before = await visit.enter()
      await visit.call(before.link)
      await before.link.settle()
      before.link.acknowledge()
      await before.link.settle()
      await before.link.lose()
      const { welcome } = await welcomed(visit.comeBack(before, 0))
      must(welcome['resumed'] === false, 'the link was resumed, although what the client lacks is forgotten')
    },
  },
  {
    title: 'ignores after a resume a message that it took before',
    run: async (visit) => {
      const before = await visit.enter()
      const start = visit.startOf(visit.callId(), 'no-such-channel')
      await before.link.covered(before.link.tell(start))
      await before.link.next('call/refused')
      before.link.acknowledge()
      await before.link.settle()
      await before.link.lose()
      const { link } = await visit.resume(before)
      link.say({ ...start, n: 1 })
      await link.covered(1)
      const news = await link.settle()
      must(!news.some(({ type }) => type === 'call/refused'), 'a message that came twice was answered twice')
    },
  },
  {
    title: 'closes the older socket with 4409 when another takes over its link',
    run: async (visit) => {
      const before = await visit.enter()
      const after = await visit.resume(before)
      const code = await before.link.closed()
      must(code === 4409, `the older socket was closed with ${code}, not with 4409`)
      await after.link.beat()
    },
  },
  {
    title: 'leaves a link alone when the same customer opens another beside it',
    run: async (visit) => {
      const { link } = await visit.enter()
      const { sessionId } = await visit.call(link)
      await visit.enter()
      const news = await link.settle()
      must(link.isOpen, 'the older link was closed')
      must(!news.some((frame) => frame.type === 'call/ended' && frame['sessionId'] === sessionId), 'its call was ended')
    },
  },
  {
    title: 'keeps a link that was closed with 1000 while a call runs on it',
    run: async (visit) => {
      const before = await visit.enter()
      await visit.call(before.link)
      await before.link.settle()
      before.link.acknowledge()
      await before.link.settle()
      before.link.close(1000)
      await before.link.closed()
      await visit.resume(before)
    },
  },
  {
    title: 'forgets a link that was closed with 1000 when nothing is left to say',
    run: async (visit) => {
      const before = await visit.enter()
      before.link.close(1000)
      await before.link.closed()
      const { welcome } = await welcomed(visit.comeBack(before))
      must(welcome['resumed'] === false, 'the welcome says resumed: true')
    },
  },
]
