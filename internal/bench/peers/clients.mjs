/**
 * A client of each peer: `create` makes one, `connect` brings it to where it waits for a call, `talk` into the midst of a
 * call; the latter two may take a while, and a peer that has no such thing lacks them.
 */
import { createCalls } from '../measure/frames.mjs'
import { createPhone as createJsSip } from './jssip.mjs'
import { createClosures, createMachine, createMergePipeline, createPipeline } from './pipelines.mjs'
import { createPhone as createSipJs } from './sip-js.mjs'
import { actorsOf, createPage } from './trtc-wx.mjs'

/** As far as ours is brought: the seat has answered and has put the call on hold once. */
const talkTo = (take) => createCalls()(1)[0].frames.slice(0, 15).forEach(take)

/** What only keeps the state of a call; it has no line. */
const keeper = (makerOf) => (module) => ({ create: makerOf(module), talk: talkTo })

const phone = (createPhone) => (module) => ({
  create: () => {
    const waiting = {}
    const it = createPhone(module, (what) => waiting[what]?.())
    const until = (what) => new Promise((resolve) => (waiting[what] = resolve))
    return Object.assign(it, { until })
  },
  connect: (it) => {
    void it.connect()
    return it.until('registered')
  },
  talk: (it) => {
    void it.call()
    return it.until('talking')
  },
})

/** Without the data of the page: neither is it counted with ours. */
const page = (TRTC) => ({
  create: () => createPage(TRTC, { setData: () => undefined }, true),
  talk: (it) => {
    const actors = actorsOf(it)
    for (const happens of ['started', 'entered', 'seatCame', 'playing']) actors[happens]()
  },
})

export const CLIENTS = {
  'object, three functions': { of: keeper(() => createClosures) },
  'RxJS map → scan → share': { package: 'rxjs', of: keeper((rxjs) => () => createPipeline(rxjs)) },
  'RxJS merge → scan → shareReplay': { package: 'rxjs', of: keeper((rxjs) => () => createMergePipeline(rxjs)) },
  'xstate 5 machine': { package: 'xstate', of: keeper(createMachine) },
  'trtc-wx-sdk': { package: 'trtc-wx-sdk', of: page },
  'SIP.js': { package: 'sip.js', of: phone(createSipJs), isSlow: true },
  JsSIP: { package: 'jssip', of: phone(createJsSip), isSlow: true },
}
