/** What is said of the recording of a phone in the story of its call. */
import type { CallStory, HeldRecording } from '../../server/history-messages'
import { recordingAddress } from '../shared/calls-address'
import { h, type View } from '../shared/h'
import { icon } from '../shared/icons'
import { timeOfDay } from '../shared/times'
import type { RecordingEvent, Told } from './recordings'
import type { HistoryPage } from './state'
import type { HistoryWords } from './words'

interface Around {
  readonly page: HistoryPage
  readonly now: number
  readonly words: HistoryWords
  readonly act: (event: RecordingEvent) => void
}

const origin = ({ sentAt, addedBy }: HeldRecording, { page, now, words }: Around): View => {
  const time = timeOfDay(sentAt, now, page.language)
  return h('p', { class: 'quiet' }, addedBy === undefined ? words.phoneSent(time) : words.staffAdded(addedBy, time))
}

const outcome = (told: Told | undefined, { page, words }: Around): readonly View[] => {
  if (told === undefined) return []
  if (told === 'asked') return [h('p', { class: 'quiet', role: 'status' }, words.looking)]
  if ('fault' in told)
    return [h('p', { class: 'trouble', role: 'alert' }, words.recordingFaults[told.fault] ?? words.refusedFile)]
  return [h('ul', { class: 'told' }, ...told[page.language].map((sentence) => h('li', {}, sentence)))]
}

const held = ({ sessionId }: CallStory, recording: HeldRecording, around: Around): readonly View[] => {
  const { page, words, act } = around
  const told = page.told[sessionId]
  const read = (): void => {
    act({ type: 'click/read', sessionId })
  }
  return [
    origin(recording, around),
    ...outcome(told, around),
    h(
      'div',
      { class: 'does' },
      (told === undefined || 'fault' in Object(told)) &&
        h('button', { type: 'button', 'data-do': 'read-recording', onclick: read }, words.readRecording),
      h(
        'a',
        {
          ...{ class: 'own', 'data-do': 'save-recording' },
          ...{ href: recordingAddress(sessionId), download: `call-${sessionId}.json` },
        },
        icon('save'),
        words.saveRecording,
      ),
    ),
  ]
}

/** A file that the customer has shared in a chat, say. */
const missing = ({ sessionId }: CallStory, around: Around): readonly View[] => {
  const { page, words, act } = around
  const told = page.told[sessionId]
  const add = (files: FileList | null | undefined): void => {
    const [file] = files ?? []
    if (file !== undefined) act({ type: 'click/add', sessionId, file })
  }
  return [
    ...outcome(told, around),
    h(
      'div',
      {
        class: 'does drop-here',
        ondragover: (event) => {
          event.preventDefault()
        },
        ondrop: (event) => {
          event.preventDefault()
          if (event instanceof DragEvent) add(event.dataTransfer?.files)
        },
      },
      h(
        'label',
        { class: 'button' },
        icon('open'),
        words.addRecording,
        h('input', {
          ...{ type: 'file', class: 'unseen', accept: '.json,application/json', 'data-do': 'add-recording' },
          onchange: ({ target }) => {
            if (!(target instanceof HTMLInputElement)) return
            add(target.files)
            target.value = ''
          },
        }),
      ),
      h('span', { class: 'quiet' }, words.orDrop),
    ),
  ]
}

/** Null: there is none, and none is taken. */
export const recordingOf = (call: CallStory, around: Around): View | null => {
  const { recording } = call
  if (recording === undefined && around.page.found?.takesRecordings !== true) return null
  const parts = recording === undefined ? missing(call, around) : held(call, recording, around)
  return h('section', { class: 'recording' }, h('h2', {}, around.words.recording), ...parts)
}
