import { must } from './server-frame'
import type { RawLink } from './raw-link'
import { hangUpOf, type Scenario } from './visit'

const goesOn = async (link: RawLink): Promise<void> => {
  await link.covered(link.tell(hangUpOf('unknown')))
}

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

const invalidFrames: readonly (readonly [string, string | Buffer])[] = [
  ['no JSON', 'hello'],
  ['no object', '["link/ack"]'],
  ['an object without a type', '{"seen":1}'],
  ['a heartbeat without seen', '{"type":"link/heartbeat"}'],
  ['an acknowledgement of what was never sent', '{"type":"link/ack","seen":1000}'],
  ['deeper than 16 levels', `{"type":"link/ack","seen":0,"deep":${nested(20)}}`],
  ['very deep', `{"type":"link/ack","seen":0,"deep":${nested(15_000)}}`],
  ['binary', Buffer.from('{"type":"link/ack","seen":0}')],
  ['longer than 65,536 bytes', JSON.stringify({ type: 'link/ack', seen: 0, long: '长'.repeat(25_000) })],
]

const longStart = { type: 'call/start', callId: 'c', channelId: 'x', media: 'audio' }

const badBodies: readonly (readonly [string, object])[] = [
  ['digits that are none', { type: 'call/digits', sessionId: 's', digits: 'abc' }],
  ['a start without a channel', { type: 'call/start', callId: 'c', media: 'audio' }],
  ['a callId of 200 letters', { type: 'call/start', callId: 'c'.repeat(200), channelId: 'x', media: 'audio' }],
  ['a start of more than 65,536 bytes', { ...longStart, long: 'x'.repeat(70_000) }],
  ['a start of more than 16 levels', { ...longStart, deep: JSON.parse(nested(20)) as unknown }],
  ['a sessionId that is a number', { type: 'call/hold', sessionId: 7, held: true }],
]

/** PROTOCOL.md §3.6. */
export const frameScenarios: readonly Scenario[] = [
  ...invalidFrames.map(([what, frame]): Scenario => ({
    title: `answers a frame that is ${what} with link/invalid, and goes on`,
    run: async (visit) => {
      const { link } = await visit.enter()
      link.say(frame)
      await link.next('link/invalid')
      await goesOn(link)
    },
  })),
  ...badBodies.map(([what, message]): Scenario => ({
    title: `answers ${what} with link/invalid, and takes the number all the same`,
    run: async (visit) => {
      const { link } = await visit.enter()
      const n = link.tell(message)
      await link.next('link/invalid')
      await link.covered(n)
      await goesOn(link)
    },
  })),
  {
    title: 'closes with 1009 on a frame above 524,288 bytes, and the link can be resumed',
    run: async (visit) => {
      const before = await visit.enter()
      before.link.say(`{"type":"link/ack","seen":0,"long":"${'x'.repeat(600_000)}"}`)
      const code = await before.link.closed()
      must(code === 1009, `the socket was closed with ${code}, not with 1009`)
      await goesOn((await visit.resume(before)).link)
    },
  },
  {
    title: 'stays up for others when a client sends nothing but invalid frames',
    run: async (visit) => {
      const bad = await visit.enter()
      for (let times = 0; times < 50; times += 1) bad.link.say('{"type":')
      const other = await visit.enter()
      await goesOn(other.link)
    },
  },
  {
    title: 'is not fooled by fields named __proto__',
    run: async (visit) => {
      const { link } = await visit.enter()
      link.sent += 1
      link.say(`{"type":"call/hangUp","n":1,"__proto__":{"callId":"c","closeBy":"client","endStatus":"ok"}}`)
      await link.next('link/invalid')
      await link.covered(1)
    },
  },
]
