/** Lets the inspector of the call centre see this phone's call. A phone that nobody asks does nothing. */
import type { Recording } from 'tccc-wx-sdk/black-box'
import {
  extentOf,
  INSPECTOR_CHANNEL,
  type InspectorAsk,
  type PhoneSays,
} from '../../call-centre/server/inspector-messages'

/** `recording` answers `undefined` when the open page has no component. */
export const answerInspector = (recording: () => Recording | undefined): void => {
  const channel = new BroadcastChannel(INSPECTOR_CHANNEL)
  const phone = `phone-${Math.random().toString(36).slice(2)}`
  const say = (message: PhoneSays) => {
    channel.postMessage(message)
  }
  channel.addEventListener('message', ({ data }: MessageEvent<InspectorAsk | PhoneSays>) => {
    const own = recording()
    if (data.type !== 'inspector/ask' || own === undefined) return
    const { lastAt, count } = extentOf(own)
    const known = data.known[phone] ?? { lastAt: 0, count: 0 }
    if (lastAt < known.lastAt || (lastAt === known.lastAt && count <= known.count)) return
    say({ type: 'phone/recording', phone, recording: own })
  })
  addEventListener('pagehide', () => {
    say({ type: 'phone/gone', phone })
  })
}
