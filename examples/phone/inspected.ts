/** Lets the inspector of the call centre see this phone's call. A phone that nobody asks does nothing. */
import type { Recording } from 'tccc-wx-sdk/black-box'
import { extentOf, INSPECTOR_CHANNEL, type InspectorAsk, type PhoneAnswer } from '../call-centre/inspector-messages'

/** `recording` answers `undefined` when the open page has no component. */
export const answerInspector = (recording: () => Recording | undefined): void => {
  const channel = new BroadcastChannel(INSPECTOR_CHANNEL)
  channel.addEventListener('message', ({ data }: MessageEvent<InspectorAsk | PhoneAnswer>) => {
    const known = recording()
    if (data.type !== 'inspector/ask' || known === undefined) return
    const { lastAt, count } = extentOf(known)
    if (lastAt < data.lastAt || (lastAt === data.lastAt && count <= data.count)) return
    channel.postMessage({ type: 'phone/recording', recording: known } satisfies PhoneAnswer)
  })
}
