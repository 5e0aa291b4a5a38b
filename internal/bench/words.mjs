/** What the tables of the figures say, in both languages. */
const VERDICTS = { met: '达到', missed: '未达到', WORSE: '变差', 'within 10 %': '差 10% 以内', 'not measured': '未测' }

/** Names of packages are the same in both; what was done with them is not. */
const NAMES = {
  'tccc-wx-sdk, ES5 as it ships': 'tccc-wx-sdk，发布的 ES5',
  'tccc-wx-sdk, ES2018, without templates': 'tccc-wx-sdk，ES2018，不含模板',
  'RxJS, 26 names': 'RxJS，26 个名字',
  'RxJS, 26 names, ES5': 'RxJS，26 个名字，ES5',
  'trtc-wx-sdk, media only': 'trtc-wx-sdk，只管媒体',
  'xstate, state only': 'xstate，只管状态',
  '@tencentcloud/chat, signalling only': '@tencentcloud/chat，只管信令',
  '@tencentcloud/call-engine-wx, without its wasm': '@tencentcloud/call-engine-wx，不含 wasm',
  'reduce, three functions': 'reduce，三个函数',
  'reduce, mitt': 'reduce，mitt',
  'reduce, eventemitter3': 'reduce，eventemitter3',
  'object, three functions': '一个对象，三个函数',
  'xstate 5 machine': 'xstate 5 状态机',
  'JsSIP parser, a 200 OK': 'JsSIP 解析器，一个 200 OK',
  'JsSIP with digest': 'JsSIP（摘要认证）',
  'SIP.js with digest': 'SIP.js（摘要认证）',
  'trtc-wx-sdk with net and volume': 'trtc-wx-sdk（含网络与音量）',
}

export const EN = {
  goals: ['row', 'what', 'goal', 'floor', 'peers', 'ours', 'verdict'],
  verdict: (verdict) => verdict,
  nameOf: (name) => name,
  processors: ({ cpu, cpus, node }) => `${cpu}, ${cpus} processors, Node ${node}`,
  weights: ['weight, bytes', 'minified', 'gzip'],
  messages: ['one message, times `JSON.parse`', 'warm', '`--jitless`', 'the first 200'],
  start: ['start-up', 'load, ms', 'heap, KB', 'first client, ms'],
  trips: ['round trips, 50 ms each way', 'registered, ms', 'ringing, ms', 'frames', 'bytes', 'ended, ms'],
  setData: ['`setData` in 60 s', 'calls', 'bytes', 'most in a second'],
  memory: ['a client, bytes', 'made', 'idle', 'in a call'],
  load: ['customers waiting, 200 talking', 'p50 ms', 'p99 ms', 'of a processor', 'MB'],
}

export const ZH = {
  goals: ['行', '内容', '目标', '下限', '对比对象', '本包', '结论'],
  verdict: (verdict) => VERDICTS[verdict],
  nameOf: (name) => NAMES[name] ?? name,
  processors: ({ cpu, cpus, node }) => `${cpu}，${cpus} 个处理器，Node ${node}`,
  weights: ['体积，字节', '压缩后', 'gzip'],
  messages: ['一条消息，相对 `JSON.parse` 的倍数', '预热后', '`--jitless`', '前 200 条'],
  start: ['启动', '加载，毫秒', '堆，KB', '第一个客户端，毫秒'],
  trips: ['往返，单程 50 毫秒', '注册，毫秒', '振铃，毫秒', '帧', '字节', '结束，毫秒'],
  setData: ['60 秒内的 `setData`', '次数', '字节', '一秒内最多'],
  memory: ['一个客户端，字节', '创建后', '空闲', '通话中'],
  load: ['等待的客户，200 路通话', 'p50 毫秒', 'p99 毫秒', '占处理器', 'MB'],
}
