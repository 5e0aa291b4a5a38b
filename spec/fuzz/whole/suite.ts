import { type Lane, storyOf } from '../script'
import type { Suite } from '../suite'
import { WHOLE_INVARIANTS } from './invariants'
import { playWhole, type WholeTrace } from './play-whole'

const CUSTOMER = 'dddvhmue1'
const SEAT = 'aaahoctqnxiibeekkjmg'

const LANES: Readonly<Record<string, Lane>> = {
  ann: { letters: CUSTOMER, weight: 5 },
  too: { letters: CUSTOMER, weight: 2 },
  one: { letters: SEAT, weight: 4 },
  two: { letters: SEAT, weight: 3 },
  // Attach and detach the first page (a, A) and the second one (b, B).
  page: { letters: 'aAbbB', weight: 2 },
  net: { letters: 'kksxXFrRudmfuuu', weight: 5 },
  phone: { letters: 'hsirscCdD', weight: 3 },
  media: { letters: 'eejjDdi', weight: 2 },
}

const OPENINGS: readonly string[] = [
  'ann:d one:a',
  'ann:d one:a media:e media:j ann:m net:k',
  'ann:d one:a one:t two:a',
  'page:b ann:d too:d one:a two:a',
  'ann:v ann:1 one:a phone:h one:q phone:s two:a',
  'ann:d net:s one:a',
  'ann:d net:x one:a one:o',
  'ann:d one:a ann:1 net:R',
  'page:b too:d one:a',
  'ann:d one:a one:k two:a one:j one:o',
  'ann:d one:a one:k two:a one:m net:k',
]

const outcome = ({ rest, told, sockets }: WholeTrace): string =>
  [
    `    pages   ${rest.pages.map(({ isAttached, session }) => `${isAttached ? 'here' : 'gone'} ${session.phase} ${session.line.state}`).join(', ')}`,
    `    desks   ${JSON.stringify(rest.desks)}`,
    `    centre  ${JSON.stringify(rest.centre.sessions.map(({ sessionId, phase, line }) => ({ sessionId, phase, line })))}`,
    `    told    ${told.map((page) => page.map(({ name, atMs }) => `${String(atMs)}@${name}`).join(' ')).join(' | ')}`,
    `    sockets ${sockets.times.join(' ')}`,
  ].join('\n')

export const wholeSuite: Suite<WholeTrace> = {
  name: 'pages, the SDK and the call centre',
  stories: storyOf(LANES, OPENINGS, 60),
  play: playWhole,
  invariants: WHOLE_INVARIANTS,
  outcome,
}
