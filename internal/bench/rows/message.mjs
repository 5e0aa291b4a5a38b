/** Row c: one message, from the frame to the session that subscribers see. `node message.mjs [calls] [blocks]` → JSON. */
import { createCalls, createFrames, welcome } from '../measure/frames.mjs'
import { openCall } from '../measure/open-call.mjs'
import { pairedBlocks } from '../measure/paired.mjs'
import { distinctUntilChanged, map } from '../measure/built.mjs'
import { messageVariants } from '../peers/message-variants.mjs'

const [count = 150, blocks = 60, peers = 'peers'] = process.argv.slice(2)

const ours = () => {
  const line = openCall()
  let seen = 0
  line.call.session$.subscribe(() => (seen += 1))
  line.call.session$
    .pipe(
      map(({ phase }) => phase),
      distinctUntilChanged(),
    )
    .subscribe(() => (seen += 1))
  line.call.session$
    .pipe(
      map(({ queue }) => queue),
      distinctUntilChanged(),
    )
    .subscribe(() => (seen += 1))
  line.opens()
  line.receive(welcome)
  const next = createCalls()
  return {
    prepare: () => next(Number(count)),
    run: (calls) => {
      let handled = 0
      for (const { callId, frames } of calls) {
        line.start(callId)
        for (const frame of frames) line.receive(frame)
        handled += frames.length
      }
      // A call that hears nothing is the fastest.
      if (line.call.session.callId !== calls.at(-1).callId || line.call.session.phase !== 'ended') {
        throw new Error(`the calls did not take place: ${line.call.session.phase}`)
      }
      return handled
    },
  }
}

const parse = () => {
  const next = createFrames()
  return {
    prepare: () => next(Number(count)),
    run: (frames) => frames.reduce((sum, frame) => sum + (JSON.parse(frame) === null ? 0 : 1), 0),
  }
}

const variants = { 'JSON.parse': parse(), 'tccc-wx-sdk': ours() }
if (peers === 'peers') Object.assign(variants, messageVariants(Number(count)))
const absent = Object.keys(variants).filter((name) => variants[name] === null)
absent.forEach((name) => delete variants[name])

const results = pairedBlocks({
  variants,
  floor: 'JSON.parse',
  blocks: Number(blocks),
  warmUp: Number(blocks) > 1 ? 5 : 0,
})
const sample = createFrames()(1)
const meanBytes = Math.round(Buffer.byteLength(sample.join('')) / sample.length)
console.log(JSON.stringify({ results, absent, meanBytes }))
process.exit(0)
