/**
 * Row c with the component attached: one message, from `wx.onMessage` to `setData`, bind events, log and recording.
 * `node attached.mjs [calls] [blocks] [folder of another build to stand beside]` → JSON.
 */
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { createCalls, createFrames, welcome } from '../measure/frames.mjs'
import { pairedBlocks } from '../measure/paired.mjs'
import { installPhone, instanceOf } from '../measure/phone.mjs'
import { installVirtualTime } from '../measure/virtual-time.mjs'

const [calls = 100, blocks = 60, beside] = process.argv.slice(2)
const require = createRequire(import.meta.url)
const OURS = resolve(import.meta.dirname, '../../../miniprogram_dist')
const sdkAppId = '1400000001'

const answer = { userId: 'customer', token: 'bench', expiresAt: Date.now() + 3_600_000 }
const request = ({ success }) => {
  success({ statusCode: 200, data: answer })
  return { abort: () => undefined }
}
const book = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const logs = { getLogManager: () => book, getRealtimeLogManager: () => book }
const { sockets, components } = installPhone({ request, ...logs })
const realTimeout = setTimeout
const settled = () => new Promise((done) => realTimeout(done, 20))
const { pass } = installVirtualTime()
/** After each block the log writes what it has gathered. It is less than a line may be silent. */
const PAUSE_MS = 5_100

/** A page with the component of a build on it, logged in, its line up. */
const page = async (folder) => {
  require(`${folder}/index.js`)
  const definition = components.at(-1)
  const due = []
  const events = []
  const { instance } = instanceOf(definition, {
    properties: { sdkAppId },
    onEvent: (name) => void events.push(name),
    afterwards: (applied) => void due.push(applied),
  })
  /** What a page does once it has rendered. */
  const render = () => {
    while (due.length > 0) due.shift()()
  }
  definition.lifetimes.created.call(instance)
  definition.observers.sdkAppId.call(instance, sdkAppId)
  definition.lifetimes.attached.call(instance)
  await require(`${folder}/login/index.js`).login({ sdkAppId, jsCode: 'bench' })
  await settled()
  const socket = sockets.at(-1)
  const receive = (data) => {
    socket.listeners.message({ data })
    render()
  }
  socket.listeners.open()
  receive(welcome)
  const next = createCalls()
  let started = 0
  return {
    prepare: () => next(Number(calls)),
    run: (input) => {
      let handled = 0
      for (const { frames } of input) {
        const before = socket.sent.length
        void instance.startCall({ channelId: 'direct' })
        render()
        const start = socket.sent.slice(before).find((frame) => frame.includes('"call/start"'))
        const { callId } = JSON.parse(start)
        started += 1
        for (const frame of frames) receive(frame.replace(/"callId":"\w+"/, `"callId":"${callId}"`))
        handled += frames.length
        socket.sent.length = 0
      }
      pass(PAUSE_MS)
      // A call that hears nothing is the fastest.
      if (events.filter((name) => name === 'sessionEnded').length !== started)
        throw new Error('a call did not take place')
      return handled
    },
  }
}

const parse = () => {
  const next = createFrames()
  return {
    prepare: () => next(Number(calls)),
    run: (frames) => frames.reduce((sum, frame) => sum + (JSON.parse(frame) === null ? 0 : 1), 0),
  }
}

const variants = { 'JSON.parse': parse(), 'tccc-wx-sdk': await page(OURS) }
if (beside !== undefined) variants.beside = await page(resolve(beside))
const warmUp = Number(blocks) > 1 ? 5 : 0
const results = pairedBlocks({
  variants,
  floor: beside === undefined ? 'JSON.parse' : 'beside',
  blocks: Number(blocks),
  warmUp,
})
console.log(JSON.stringify({ results }))
process.exit(0)
