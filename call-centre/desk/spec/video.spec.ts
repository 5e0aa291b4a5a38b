import { findAll, textOf, type View } from '../shared/h'
import type { WorkstationEvent } from '../workstation/events'
import type { TalkingCall } from '../workstation/state'
import { workstationView } from '../workstation/view'
import { after, atDesk, incoming, inTalk, talking } from './scene'

const inVideo: readonly WorkstationEvent[] = [
  ...atDesk,
  { ...incoming, media: 'video' },
  { type: 'click/answer', sessionId: 's1' },
  { ...talking, media: 'video' },
]

/** No browser is at hand; a stream is only handed on. */
const stream = {} as MediaStream
const seen: WorkstationEvent = { type: 'voice/picture', stream }
const shown: WorkstationEvent = { type: 'voice/camera', camera: 'ready', stream }
const refused: WorkstationEvent = { type: 'voice/camera', camera: 'refused', stream: null }
const held: WorkstationEvent = { type: 'seat/held', sessionId: 's1', held: true }

const show = (...events: readonly WorkstationEvent[]): View => workstationView(after(...events), 0, () => undefined)
const videos = (...events: readonly WorkstationEvent[]) => findAll(show(...events), 'srcObject', stream)
const callAfter = (...events: readonly WorkstationEvent[]): Partial<TalkingCall> | null => {
  const { call } = after(...events)
  return call?.phase === 'talking' ? call : null
}

describe('a video call at the workstation', () => {
  it('begins with the camera on, also when the page was loaded in the middle of it', () => {
    expect(callAfter(...inVideo)).toMatchObject({ shown: true, camera: 'off', picture: null })
    expect(callAfter(...atDesk, { ...talking, media: 'video' })).toMatchObject({ media: 'video', shown: true })
  })

  it('shows the customer, and the agent in the corner', () => {
    expect(videos(...inVideo, seen, shown).map(({ props }) => props['class'])).toEqual(['customer', 'own'])
    expect(textOf(show(...inVideo, shown))).toContain('The customer’s camera is off.')
  })

  it('shows nobody while it is held', () => {
    expect(videos(...inVideo, seen, shown, held)).toEqual([])
  })

  it('goes on without a camera that is refused; the next click tries again', () => {
    expect(callAfter(...inVideo, refused)).toMatchObject({ phase: 'talking', camera: 'refused', shown: false })
    expect(textOf(show(...inVideo, refused))).toContain('The camera is not allowed.')
    expect(callAfter(...inVideo, refused, { type: 'click/camera' })).toMatchObject({ shown: true })
  })

  it('hides the agent at once', () => {
    expect(callAfter(...inVideo, shown, { type: 'click/camera' })).toMatchObject({
      shown: false,
      camera: 'off',
      ownPicture: null,
    })
  })
})

it('an audio call has neither pictures nor a camera', () => {
  expect(videos(...inTalk, seen)).toEqual([])
  expect(findAll(show(...inTalk), 'data-do', 'camera')).toEqual([])
  expect(callAfter(...inTalk)).toMatchObject({ shown: false })
})
