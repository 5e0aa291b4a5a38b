import { must } from './server-frame'
import { isAnswer, welcomed, type Scenario } from './visit'

const closedWith = async (closed: Promise<number>, expected: number): Promise<void> => {
  const code = await closed
  must(code === expected, `the socket was closed with ${code}, not with ${expected}`)
}

/** PROTOCOL.md §3.1 and §3.5. */
export const openingScenarios: readonly Scenario[] = [
  {
    title: 'selects tccc.1 and says link/welcome first, on a new link, with seen 0',
    run: async (visit) => {
      const { link, welcome } = await visit.enter()
      must(link.protocol === 'tccc.1', `the sub-protocol is "${link.protocol}", not tccc.1`)
      must(welcome['resumed'] === false, 'the welcome of a new link says resumed: true')
      must(welcome['seen'] === 0, `the welcome of a new link says seen: ${String(welcome['seen'])}`)
    },
  },
  {
    title: 'gives each new link a linkId of its own',
    run: async (visit) => {
      const one = await visit.enter()
      const other = await visit.enter()
      must(one.linkId !== other.linkId, 'two links have the same linkId')
    },
  },
  {
    title: 'closes an opening without tccc.1 with 4403',
    run: (visit) => closedWith(visit.offer([]).closed(), 4403),
  },
  {
    title: 'closes an opening without a token with 4401',
    run: (visit) => closedWith(visit.offer(['tccc.1']).closed(), 4401),
  },
  {
    title: 'closes an opening with a token that is none with 4401',
    run: (visit) => closedWith(visit.open('not-a-token').closed(), 4401),
  },
  {
    title: 'takes a message that comes before the welcome of a new link',
    run: async (visit) => {
      const link = visit.open()
      const n = link.tell(visit.startOf(visit.callId()))
      await welcomed(link)
      await link.covered(n)
      const { type } = await link.find('call/started', isAnswer)
      must(type === 'call/started', 'the call was refused')
    },
  },
  {
    title: 'begins a new link when the one to resume is unknown',
    run: async (visit) => {
      const link = visit.offer(['tccc.1', `token.${visit.target.token}`, 'resume.nobody-knows-this.7'])
      const { welcome, linkId } = await welcomed(link)
      must(welcome['resumed'] === false, 'the welcome says resumed: true')
      must(welcome['seen'] === 0, 'the welcome says that messages were taken on a new link')
      must(linkId !== 'nobody-knows-this', 'the new link has the name that the client gave')
    },
  },
  {
    title: 'begins a new link when the client claims numbers that were never sent',
    run: async (visit) => {
      const before = await visit.enter()
      await before.link.lose()
      const { welcome } = await welcomed(visit.comeBack(before, 1_000))
      must(welcome['resumed'] === false, 'the welcome says resumed: true')
    },
  },
  {
    title: 'takes a resume that cannot be read for none',
    run: async (visit) => {
      const link = visit.offer(['tccc.1', `token.${visit.target.token}`, 'resume.no-number'])
      const { welcome } = await welcomed(link)
      must(welcome['resumed'] === false, 'the welcome says resumed: true')
    },
  },
  {
    title: 'takes an opening of a later version: what it cannot read was not offered',
    run: async (visit) => {
      const later = ['can.sing.danceTheTango', 'later.x~y']
      const { link } = await welcomed(visit.offer(['tccc.1', `token.${visit.target.token}`, ...later]))
      must(link.protocol === 'tccc.1', `the sub-protocol is "${link.protocol}", not tccc.1`)
    },
  },
  {
    title: 'never gives the link of one customer to another',
    needs: 'two customers',
    run: async (visit) => {
      const before = await visit.enter()
      await before.link.lose()
      const { welcome, linkId } = await welcomed(visit.comeBack(before, 0, visit.target.otherToken))
      must(welcome['resumed'] === false, 'the link of another customer was resumed')
      must(linkId !== before.linkId, 'the new link has the name of another customer’s')
    },
  },
]
