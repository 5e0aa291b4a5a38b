/**
 * The goals, row by row. `read` takes the figure out of a row's results, `beside` the floor and the peers; `most` is the
 * goal. `today` stands where a goal is not met yet: the figure may not become worse than that. Ratios and counts may be
 * 10 % above before the bench fails; what the clock on the wall gives is held by the ratio of `gate`.
 */
import { CALL_GOAL } from '../scripts/size/weigh.mjs'
import { atStart, ofMemory, ofMessage, ofSetData, ofTrips, ofWeight, ours, touchedAtLoad } from './beside.mjs'

/**
 * Times the RxJS floor. Reading the code takes the most of a start, so rows a and heap hold it; of the same build, one
 * machine gives 4 and another 7.
 */
const GROSS = 9

/**
 * Times JSON.parse, before anything is compiled: again mostly the reading of code. One machine gives 31 and another 47.
 */
const COLD = 70

export const GOALS = [
  {
    row: 'a',
    what: { en: 'a whole audio call, ES5, bytes', zh: '一次完整的语音通话，ES5，字节' },
    beside: ofWeight('min'),
    read: ({ weight }) => ours(weight).min,
    most: CALL_GOAL.min,
    inFullOnly: true,
    today: 115_300,
  },
  {
    row: 'a',
    what: { en: '– gzip', zh: '– gzip' },
    beside: ofWeight('gz'),
    read: ({ weight }) => ours(weight).gz,
    most: CALL_GOAL.gz,
    inFullOnly: true,
    today: 37_600,
  },
  {
    row: 'b',
    what: { en: 'load, times the RxJS floor', zh: '加载，相对 RxJS 下限的倍数' },
    beside: atStart(({ ratio }) => ratio.median),
    read: ({ startUp }) => ours(startUp).ratio.median,
    most: 2.8,
    gate: { read: ({ startUp }) => ours(startUp).ratio.median, most: GROSS },
  },
  {
    row: 'b',
    what: { en: 'heap after loading, KB', zh: '加载后的堆，KB' },
    beside: atStart(({ heapKB }) => heapKB),
    read: ({ startUp }) => ours(startUp).heapKB,
    most: 260,
    today: 325,
  },
  {
    row: 'b',
    what: { en: 'first client, ms', zh: '第一个客户端，毫秒' },
    beside: atStart(({ clientMs }) => clientMs.median),
    read: ({ startUp }) => ours(startUp).clientMs.median,
    most: 2,
    gate: { read: ({ startUp }) => ours(startUp).clientRatio.median, most: GROSS },
  },
  {
    row: 'b',
    what: { en: 'wx calls and timers at load', zh: '加载时的 wx 调用与定时器' },
    beside: atStart(touchedAtLoad),
    read: ({ startUp }) => touchedAtLoad(ours(startUp)),
    most: 0,
  },
  {
    row: 'c',
    what: { en: 'a message, warm, times JSON.parse', zh: '一条消息，预热后，相对 JSON.parse 的倍数' },
    beside: ofMessage('warm'),
    read: ({ warm }) => ours(warm).median,
    most: 1.2,
    today: 9,
  },
  {
    row: 'c',
    what: { en: '– with --jitless', zh: '– 用 --jitless' },
    beside: ofMessage('jitless'),
    read: ({ jitless }) => ours(jitless).median,
    most: 2.1,
    today: 36,
  },
  {
    row: 'c',
    what: { en: '– the first 200 of a process', zh: '– 进程的前 200 条' },
    beside: ofMessage('cold'),
    read: ({ cold }) => ours(cold).median,
    most: 2.7,
    today: COLD,
  },
  {
    row: 'c',
    what: { en: 'a message with the component attached, warm', zh: '一条消息，组件在页面上，预热后' },
    beside: ofMessage('attachedWarm'),
    read: ({ attachedWarm }) => ours(attachedWarm).median,
    most: 40,
    today: 60,
  },
  {
    row: 'c',
    what: { en: '– with --jitless', zh: '– 用 --jitless' },
    beside: ofMessage('attachedJitless'),
    read: ({ attachedJitless }) => ours(attachedJitless).median,
    most: 80,
    today: 125,
  },
  {
    row: 'c',
    what: { en: '– the first 200 of a process', zh: '– 进程的前 200 条' },
    beside: ofMessage('attachedCold'),
    read: ({ attachedCold }) => ours(attachedCold).median,
    most: 100,
    today: 250,
  },
  {
    row: 'd',
    what: { en: 'call to ringing beyond the floor, ms', zh: '呼叫到振铃，超出下限，毫秒' },
    beside: ofTrips(0, (trip, { floorMs }) => trip.ringingMs - floorMs),
    read: ({ trips }) => trips.ringingMs - trips.floorMs,
    most: 0,
  },
  {
    row: 'd',
    what: { en: 'frames up to ringing', zh: '振铃前发出的帧' },
    beside: ofTrips(1, ({ frames }) => frames),
    read: ({ trips }) => trips.frames,
    most: 1,
  },
  {
    row: 'd',
    what: { en: 'bytes of the start', zh: '发起呼叫的字节' },
    beside: ofTrips(undefined, ({ bytes }) => bytes),
    read: ({ trips }) => trips.startBytes,
    most: 300,
  },
  {
    row: 'd',
    what: { en: 'resume beyond one round trip, ms', zh: '恢复连接，超出一次往返，毫秒' },
    read: ({ trips }) => trips.resumeMs - trips.resumeFloorMs,
    most: 0,
  },
  {
    row: 'd',
    what: { en: 'hang-up until ended, ms', zh: '挂断到结束，毫秒' },
    beside: ofTrips(0, ({ hangUpMs }) => hangUpMs),
    read: ({ trips }) => trips.hangUpMs,
    most: 0,
  },
  {
    row: 'e',
    what: { en: 'setData calls in 60 s', zh: '60 秒内的 setData 次数' },
    beside: ofSetData(({ calls }) => calls),
    read: ({ setData }) => setData.calls,
    most: 8,
  },
  {
    row: 'e',
    what: { en: 'setData bytes', zh: 'setData 字节' },
    beside: ofSetData(({ bytes }) => bytes),
    read: ({ setData }) => setData.bytes,
    most: 3_000,
  },
  {
    row: 'e',
    what: { en: 'setData calls in a second', zh: '一秒内的 setData 次数' },
    beside: ofSetData(({ most }) => most),
    read: ({ setData }) => setData.most,
    most: 2,
  },
  {
    row: 'f',
    what: { en: 'idle client, bytes', zh: '空闲的客户端，字节' },
    beside: ofMemory(({ idleBytes }) => idleBytes),
    read: ({ memory }) => memory.idleBytes,
    most: 11_800,
    today: 23_000,
  },
  {
    row: 'f',
    what: { en: 'client in a call, bytes', zh: '通话中的客户端，字节' },
    beside: ofMemory(({ inCallBytes }) => inCallBytes),
    read: ({ memory }) => memory.inCallBytes,
    most: 13_100,
    today: 26_500,
  },
  {
    row: 'f',
    what: { en: 'left behind by a call, bytes', zh: '一次通话遗留，字节' },
    read: ({ memory }) => memory.bytesPerCall,
    most: 4,
  },
  {
    row: 'h',
    what: { en: '2,000 wait, 200 talk: p99, ms', zh: '2,000 人等待、200 路通话：p99，毫秒' },
    inFullOnly: true,
    read: ({ load }) => load.rows.at(-1).p99Ms,
    most: 50,
  },
  {
    row: 'h',
    what: { en: 'messages lost, places untold', zh: '丢失的消息、未告知的位置' },
    inFullOnly: true,
    read: ({ load }) => load.gaps + load.unanswered + load.misplaced,
    most: 0,
  },
  {
    row: 'h',
    what: { en: 'processors used', zh: '占用的处理器' },
    inFullOnly: true,
    read: ({ load }) => load.rows.at(-1).cpuShare,
    most: 1,
  },
  {
    row: 'h',
    what: { en: 'processor time by customers waiting, exponent', zh: '处理器时间随等待人数增长的指数' },
    inFullOnly: true,
    read: ({ load }) => load.grows.cpu,
    most: 1.2,
  },
  {
    row: 'h',
    what: { en: 'p99 by customers waiting, exponent', zh: 'p99 随等待人数增长的指数' },
    inFullOnly: true,
    read: ({ load }) => load.grows.p99,
    most: 1.2,
  },
]
