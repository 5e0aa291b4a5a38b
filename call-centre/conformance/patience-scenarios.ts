import { setTimeout as pause } from 'node:timers/promises'
import { must } from './server-frame'
import type { RawLink } from './raw-link'
import { isAnswer, welcomed, type Scenario, type Welcomed } from './visit'

const heartbeatOf = ({ welcome }: Welcomed): number => Number(welcome['heartbeatMs'])

const beatFor = async (link: RawLink, ms: number, everyMs: number): Promise<void> => {
  for (let passed = 0; passed < ms; passed += everyMs) {
    await link.beat()
    await pause(everyMs)
  }
}

/** What takes as long as the server's own heartbeat and window. They run side by side. */
export const patienceScenarios: readonly Scenario[] = [
  {
    title: 'closes a socket that has been silent for two heartbeats with 4408, not before',
    run: async (visit) => {
      const quiet = await visit.enter()
      const heartbeatMs = heartbeatOf(quiet)
      const code = await quiet.link.closed(2 * heartbeatMs + visit.target.limitMs)
      must(quiet.link.lastedMs > 1.5 * heartbeatMs, `the socket was closed after ${quiet.link.lastedMs} ms`)
      must(code === 4408, `the socket was closed with ${code}, not with 4408`)
    },
  },
  {
    title: 'keeps a socket that says nothing but heartbeats',
    run: async (visit) => {
      const busy = await visit.enter()
      const heartbeatMs = heartbeatOf(busy)
      await beatFor(busy.link, 2.5 * heartbeatMs, heartbeatMs / 2)
      must(busy.link.isOpen, 'the socket was closed although heartbeats came')
    },
  },
  {
    title: 'ends a call whose line does not come back in the window, and says so when it is started again',
    run: async (visit) => {
      const before = await visit.enter()
      const { callId, sessionId } = await visit.call(before.link)
      await before.link.lose()
      await pause(Number(before.welcome['windowMs']) + 500)
      const after = await welcomed(visit.comeBack(before))
      must(after.welcome['resumed'] === false, 'the link was resumed after its window')
      const { link } = after
      link.tell(visit.startOf(callId))
      const again = await link.find('the answer', isAnswer)
      must(again['sessionId'] === sessionId, 'the same callId started a second call')
      const end = await link.next('call/ended')
      const { closeBy, endStatus } = end
      must(end['sessionId'] === sessionId, 'call/ended names another session')
      must(closeBy === 'admin', `the call was ended by ${String(closeBy)}, not by admin`)
      must(endStatus === 'clientTimeout', `the call ended as ${String(endStatus)}, not as clientTimeout`)
      await visit.call(link)
    },
  },
]
