import { must } from './server-frame'
import { isAnswer, type Scenario } from './visit'

/** As many bytes of JSON, most of them in characters of three. */
const ofBytes = (bytes: number): string =>
  `{"a":"${'字'.repeat(Math.floor((bytes - 8) / 3))}${'x'.repeat((bytes - 8) % 3)}"}`

/** PROTOCOL.md §4.4, of a server that says it can. */
export const asideScenarios: readonly Scenario[] = [
  {
    title: 'takes a call with a context of 4,096 bytes, and another one while the call goes on; more is invalid',
    run: async (visit) => {
      const { link, welcome } = await visit.enter()
      const can = welcome['can']
      if (!Array.isArray(can) || !can.includes('context')) return
      const callId = visit.callId()
      link.tell({ ...visit.startOf(callId), context: ofBytes(4_096) })
      const answer = await link.find('the answer', isAnswer)
      must(answer.type === 'call/started', 'a call with a context was refused')
      const { sessionId } = answer
      await link.covered(link.tell({ type: 'call/aside', sessionId, about: 'context', body: 'no JSON at all' }))
      must(!(await link.settle()).some(({ type }) => type === 'link/invalid'), 'a context was called invalid')
      await link.covered(link.tell({ type: 'call/aside', sessionId, about: 'context', body: ofBytes(4_097) }))
      await link.find('link/invalid to a context that is too long', ({ type }) => type === 'link/invalid')
    },
  },
  {
    title: 'takes texts of the customer, and ignores what cannot be read of one',
    run: async (visit) => {
      const { link, welcome } = await visit.enter()
      const can = welcome['can']
      if (!Array.isArray(can) || !can.includes('text')) return
      const { sessionId } = await visit.call(link)
      const bodies = ['{}', '{"id":"t1","text":"Hello"}', '{"id":"t1","text":"Hello"}', '{"id":7}', 'no JSON at all']
      for (const body of bodies) link.tell({ type: 'call/aside', sessionId, about: 'text', body })
      await link.beat()
      must(!(await link.settle()).some(({ type }) => type === 'link/invalid'), 'a text was called invalid')
    },
  },
  {
    title: 'takes that a page can offer to leave the line, and ignores who leaves without an offer',
    run: async (visit) => {
      const { link, welcome } = await visit.enter()
      const can = welcome['can']
      if (!Array.isArray(can) || !can.includes('waiting')) return
      const { sessionId, callId } = await visit.call(link)
      const bodies = ['{}', '{"leave":true,"allowed":["T1"]}', '{"allowed":7}', 'no JSON at all']
      for (const body of bodies) link.tell({ type: 'call/aside', sessionId, about: 'waiting', body })
      await link.beat()
      const said = await link.settle()
      must(!said.some(({ type }) => type === 'link/invalid'), 'an aside about waiting was called invalid')
      must(!said.some(({ type }) => type === 'call/ended'), 'a call was ended for a place that was not offered')
      link.tell({ type: 'call/hangUp', callId, sessionId, closeBy: 'client', endStatus: 'ok' })
    },
  },
  {
    title: 'takes a rating of a call that is over, on another link, too, and ignores what cannot be read of one',
    run: async (visit) => {
      const { link, welcome } = await visit.enter()
      const can = welcome['can']
      if (!Array.isArray(can) || !can.includes('rating')) return
      const { sessionId, callId } = await visit.call(link)
      link.tell({ type: 'call/aside', sessionId, about: 'rating', body: '{}' })
      link.tell({ type: 'call/hangUp', callId, sessionId, closeBy: 'client', endStatus: 'ok' })
      const bodies = ['{"score":5}', '{"score":5}', '{"score":"x"}', 'no JSON at all']
      for (const body of bodies) link.tell({ type: 'call/aside', sessionId, about: 'rating', body })
      await link.beat()
      must(!(await link.settle()).some(({ type }) => type === 'link/invalid'), 'a rating was called invalid')
      const other = await visit.enter()
      await other.link.covered(other.link.tell({ type: 'call/aside', sessionId, about: 'rating', body: '{"score":5}' }))
      must(!(await other.link.settle()).some(({ type }) => type === 'link/invalid'), 'a rating was called invalid')
    },
  },
]
