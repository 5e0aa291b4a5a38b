/** What is seen in a video call: the customer, and the agent's own picture in a corner. */
import type { View } from '../shared/h'
import { h } from '../shared/h'
import type { TalkingCall } from './state'
import type { WorkstationWords } from './words'

const picture = (name: string, stream: MediaStream, label: string): View =>
  h('video', { key: name, class: name, autoplay: true, playsinline: true, 'aria-label': label, srcObject: stream })

/** Null in an audio call. Nobody sees the other while the call is held. */
export const pictures = (call: TalkingCall, words: WorkstationWords): View | null => {
  if (call.media === 'audio') return null
  const customer = call.held ? null : call.picture
  const own = call.held ? null : call.ownPicture
  return h(
    'div',
    { class: 'pictures', key: 'pictures' },
    customer === null
      ? h('p', { key: 'no-picture', class: 'no-picture' }, call.held ? words.onHold : words.noPicture)
      : picture('customer', customer, words.customerPicture),
    own && picture('own', own, words.ownPicture),
  )
}
