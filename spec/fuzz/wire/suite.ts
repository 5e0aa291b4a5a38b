import { drawTrace } from '../call/suite'
import { GATE, PAGE } from '../call/alphabet'
import { type Lane, storyOf } from '../script'
import type { Suite } from '../suite'
import { GARBAGE } from './garbage'
import { WIRE_INVARIANTS } from './invariants'
import { playWire, type WireTrace } from './play-wire'

const LANES: Readonly<Record<string, Lane>> = {
  user: { letters: 'ddhmu111', weight: 5 },
  seat: { letters: 'vqpruabdnohcexgk', weight: 6 },
  net: { letters: 'ksxXFrgib49zztudmfuuu', weight: 7 },
  junk: { letters: Object.keys(GARBAGE).join(''), weight: 1 },
  phone: { letters: 'hsicoz', weight: 2 },
  media: { letters: 'ejddF', weight: 2 },
  gate: GATE,
  policy: { letters: 'dwrht', weight: 1 },
  page: PAGE,
}

const OPENINGS: readonly string[] = [
  'user:d',
  'page:a user:d seat:r seat:a user:1',
  'user:d net:k',
  'user:d media:d 1000@net:k media:d',
  'user:d gate:y seat:r seat:a media:e media:d',
  'user:d net:s user:1',
  'user:d seat:r net:k seat:a user:1',
]

export const wireSuite: Suite<WireTrace> = {
  name: 'a call over the real link',
  stories: storyOf(LANES, OPENINGS, 50),
  play: playWire,
  invariants: WIRE_INVARIANTS,
  outcome: drawTrace,
}
