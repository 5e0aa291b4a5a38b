/** The tables of a run, as rows of cells, the first row the heading; a part that was never measured is left out. */
import { figure } from '../measure/figure.mjs'
import { callsWithHeadroom, GOALS, verdictOf } from './goals.mjs'

/** What is less than the measurement can tell is none. */
const megabytes = (each) => (each < 0.5 ? '< 0.5' : each.toFixed(1))

const WORDS = {
  en: {
    goals: ['plane', 'through the centre', 'goal', 'measured', 'verdict'],
    verdict: (verdict) => verdict,
    delay: [
      'delay through the centre, ms',
      'to the desk, median / p95',
      'to the customer',
      'desk loaded anew',
      'first voice, desk / customer',
    ],
    cut: [
      'customer’s road cut for',
      'nothing heard, s, desk / customer',
      'then to the desk, median / p95 ms',
      'to the customer',
    ],
    loss: [
      'packets lost on the WebRTC leg',
      'to the desk, median / p95 ms',
      'to the customer',
      'made up or silent, desk / customer',
    ],
    drift: (minutes) => [
      `${minutes} minutes, one end fast by 300 ppm`,
      'to the desk, first / last ms',
      'to the customer',
    ],
    cost: [
      'a call at the centre’s machine',
      'calls at once',
      'of a processor',
      'memory, MB',
      'calls a core, full',
      'three tenths free',
    ],
    machine: ({ cpu, cpus, node, load }) =>
      `${cpu}, ${cpus} processors, Node ${node}, load average at the start ${figure(load)}`,
  },
  zh: {
    goals: ['平面', '经过呼叫中心', '目标', '测得', '结论'],
    verdict: (verdict) =>
      ({ met: '达到', missed: '未达到', 'within 10 %': '差 10% 以内', 'not measured': '未测' })[verdict],
    delay: ['经过呼叫中心的延迟，毫秒', '到坐席，中位数 / p95', '到客户', '坐席重新载入后', '第一声，坐席 / 客户'],
    cut: ['客户一侧的路断开', '听不到的时间，秒，坐席 / 客户', '此后到坐席，中位数 / p95 毫秒', '到客户'],
    loss: ['WebRTC 一段丢包', '到坐席，中位数 / p95 毫秒', '到客户', '补出或静音的占比，坐席 / 客户'],
    drift: (minutes) => [`${minutes} 分钟，一端快 300 ppm`, '到坐席，开头 / 结尾，毫秒', '到客户'],
    cost: ['呼叫中心机器上的一路通话', '同时通话', '占处理器', '内存，MB', '每核心通话，全占', '留三成空闲'],
    machine: ({ cpu, cpus, node, load }) => `${cpu}，${cpus} 个处理器，Node ${node}，开始时的平均负载 ${figure(load)}`,
  },
}

const whole = (ms) => figure(Math.round(ms))
const spread = ({ medianMs, p95Ms }) => `${whole(medianMs)} / ${whole(p95Ms)}`
const seconds = (ms) => (ms / 1_000).toFixed(1)
const percent = (share) => `${(100 * share).toFixed(1)} %`
const rowsOf = (planes, row) => ['webrtc', 'rtmp'].map((plane) => [`\`${plane}\``, ...row(planes[plane])])
const eachRow = (planes, name, row) =>
  ['webrtc', 'rtmp'].flatMap((plane) => planes[plane].map((one) => [`\`${plane}\`, ${name(one)}`, ...row(one)]))

const goals = (parts, words, language) =>
  GOALS.map((goal) => {
    const { figure: measured, verdict } = verdictOf(goal, parts)
    const asked = goal.most === undefined ? `≥ ${goal.least}` : `≤ ${goal.most}`
    const told = measured === undefined ? '–' : whole(measured)
    return [`\`${goal.plane}\``, goal.what[language], asked, told, words.verdict(verdict)]
  })

const BUILDERS = {
  delay: (planes, words) => [
    words.delay,
    ...rowsOf(planes, ({ toDesk, toCustomer, reloaded, first }) => [
      ...[spread(toDesk), spread(toCustomer), spread(reloaded.toDesk)],
      `${whole(first.toDesk)} / ${whole(first.toCustomer)}`,
    ]),
  ],
  cuts: (planes, words) => [
    words.cut,
    ...eachRow(
      planes,
      ({ cutS }) => `${cutS} s`,
      ({ lostMs, after }) => [
        `${seconds(lostMs.toDesk)} / ${seconds(lostMs.toCustomer)}`,
        ...[spread(after.toDesk), spread(after.toCustomer)],
      ],
    ),
  ],
  loss: (planes, words) => [
    words.loss,
    ...eachRow(
      planes,
      ({ percent: lost }) => `${lost} %`,
      ({ toDesk, toCustomer, madeUp }) => [
        ...[spread(toDesk), spread(toCustomer)],
        `${percent(madeUp.toDesk)} / ${percent(madeUp.toCustomer)}`,
      ],
    ),
  ],
  drift: ({ minutes, ...planes }, words) => [
    words.drift(minutes),
    ...rowsOf(planes, ({ toDesk, toCustomer }) =>
      [toDesk, toCustomer].map(({ beginMs, endMs }) => `${whole(beginMs)} / ${whole(endMs)}`),
    ),
  ],
  cost: (planes, words) => [
    words.cost,
    ...rowsOf(planes, (cost) => [
      ...[figure(cost.calls), `${(100 * cost.cpuShare).toFixed(2)} %`, megabytes(cost.residentMB)],
      ...[figure(Math.floor(cost.callsPerCore)), figure(callsWithHeadroom(cost))],
    ]),
  ],
}

export const machineWords = (machine, language) => WORDS[language].machine(machine)

export const tablesOf = ({ parts }, language) => {
  const words = WORDS[language]
  const details = Object.entries(BUILDERS).flatMap(([name, build]) => (parts[name] ? [build(parts[name], words)] : []))
  return [[words.goals, ...goals(parts, words, language)], ...details]
}
