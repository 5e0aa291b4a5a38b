/** The goals of the voice, plane by plane. `read` takes the figure out of what was measured; `most` or `least` is the goal. */

const worseOf = ({ toDesk, toCustomer }) => Math.max(toDesk, toCustomer)
/** A machine of which a third is left free has this share to give. */
const HEADROOM = 0.7
export const callsWithHeadroom = ({ cpuShare }) => Math.floor(HEADROOM / cpuShare)

const delay = (plane, way, most) => ({
  part: 'delay',
  plane,
  what:
    way === 'toDesk'
      ? { en: 'delay to the desk, median, ms', zh: '到坐席的延迟，中位数，毫秒' }
      : { en: 'delay to the customer, median, ms', zh: '到客户的延迟，中位数，毫秒' },
  read: ({ [plane]: { [way]: delays } }) => delays.medianMs,
  most,
})
const first = (plane, most) => ({
  part: 'delay',
  plane,
  what: { en: 'accept to first voice, the later way, ms', zh: '接听到听见第一声，较晚的方向，毫秒' },
  read: ({ [plane]: measured }) => worseOf(measured.first),
  most,
})
const growth = (plane) => ({
  part: 'drift',
  plane,
  what: { en: 'growth of delay, the worse way, ms', zh: '延迟的增长，较差的方向，毫秒' },
  read: ({ [plane]: { toDesk, toCustomer } }) => Math.max(toDesk.growthMs, toCustomer.growthMs),
  most: 50,
})
const calls = (plane) => ({
  part: 'cost',
  plane,
  what: { en: 'calls a core, three tenths of it left free', zh: '每个处理器核心的通话数，留三成空闲' },
  read: ({ [plane]: cost }) => callsWithHeadroom(cost),
  least: 12,
})

export const GOALS = [
  delay('webrtc', 'toDesk', 120),
  delay('webrtc', 'toCustomer', 120),
  delay('rtmp', 'toDesk', 200),
  delay('rtmp', 'toCustomer', 90),
  first('webrtc', 300),
  first('rtmp', 700),
  growth('webrtc'),
  growth('rtmp'),
  calls('webrtc'),
  calls('rtmp'),
]

const SLACK = 1.1

/** `parts`: what was measured, now or before. */
export const verdictOf = ({ part, read, most, least }, parts) => {
  if (!parts[part]) return { verdict: 'not measured' }
  const figure = read(parts[part])
  const times = most === undefined ? least / figure : figure / most
  if (!Number.isFinite(times)) return { figure, verdict: 'not measured' }
  if (times <= 1) return { figure, verdict: 'met' }
  return { figure, verdict: times <= SLACK ? 'within 10 %' : 'missed' }
}
