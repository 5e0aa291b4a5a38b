/** What the inspector shows, and how it changes. */
import { isRecordingFault, type Lane, readRecording, type Recording } from 'tccc-wx-sdk/black-box'
import type { PhoneSays } from '../../../call-centre/server/inspector-messages'
import type { Language } from '../../../call-centre/desk/shared/language'
import { follow, followedOf, hear, noPhones, type Phones } from './phones'

export interface Opened {
  readonly name: string
  readonly recording: Recording
}

export interface Pointed {
  readonly column: number
  readonly lane: Lane
}

export interface InspectorPage {
  readonly language: Language
  readonly phones: Phones
  /** A recording from a file stands before the live one. */
  readonly file: Opened | null
  /** Why a file was not opened, or not written. */
  readonly fault: string | null
  /** Which event is looked at, counted from the very first; `null` follows the last. */
  readonly moment: number | null
  /** How often the visitor has asked to follow: each time the end comes into view. */
  readonly follows: number
  readonly pointed: Pointed | null
  /** Something is held above the page. */
  readonly isDropping: boolean
}

export type InspectorClick =
  | { readonly type: 'click/live' }
  | { readonly type: 'click/phone'; readonly phone: string }
  | { readonly type: 'click/follow' }
  | { readonly type: 'click/saveRecording' }
  | { readonly type: 'click/saveSpec' }
  | { readonly type: 'click/column'; readonly column: number }
  | { readonly type: 'click/step'; readonly by: number }
  | { readonly type: 'click/language'; readonly language: Language }
  | { readonly type: 'click/file'; readonly file: File }
  | { readonly type: 'pointer/at'; readonly pointed: Pointed | null }

export type InspectorEvent =
  | InspectorClick
  | PhoneSays
  | { readonly type: 'file/read'; readonly name: string; readonly text: string }
  | { readonly type: 'file/fault'; readonly message: string }
  | { readonly type: 'file/above'; readonly isDropping: boolean }

export const openingState = (language: Language): InspectorPage => ({
  language,
  phones: noPhones,
  file: null,
  fault: null,
  moment: null,
  follows: 0,
  pointed: null,
  isDropping: false,
})

export const shownOf = ({ file, phones }: InspectorPage): Recording | null =>
  file?.recording ?? followedOf(phones)?.recording ?? null

/** The column of the moment that is looked at; `-1` when there is none. */
export const columnOf = (page: InspectorPage): number => {
  const shown = shownOf(page)
  if (shown === null) return -1
  const last = shown.events.length - 1
  return page.moment === null ? last : Math.min(last, Math.max(0, page.moment - shown.dropped))
}

const lookAt = (page: InspectorPage, column: number): InspectorPage => {
  const shown = shownOf(page)
  if (shown === null) return page
  const inside = Math.min(shown.events.length - 1, Math.max(0, column))
  return { ...page, moment: shown.dropped + inside }
}

/** Why a recording cannot be used, in the words of the black box; any other error is a mistake of ours. */
export const faultOf = (error: unknown): string => {
  if (!isRecordingFault(error)) throw error
  return error.message
}

const open = (page: InspectorPage, name: string, text: string): InspectorPage => {
  const calm = { ...page, isDropping: false, pointed: null }
  try {
    return { ...calm, file: { name, recording: readRecording(text) }, fault: null, moment: null }
  } catch (error) {
    return { ...calm, fault: `${name}: ${faultOf(error)}` }
  }
}

/** Back from a file, or to another phone. */
const live = (page: InspectorPage): InspectorPage => ({
  ...page,
  file: null,
  fault: null,
  moment: null,
  pointed: null,
})

/** A moment that was chosen stays while the same recording grows. */
const show = (page: InspectorPage, phones: Phones): InspectorPage => {
  const before = shownOf(page)
  const after = shownOf({ ...page, phones })
  const isSame = before?.startedAt === after?.startedAt
  const isShifted = before?.dropped !== after?.dropped
  return { ...page, phones, moment: isSame ? page.moment : null, pointed: isShifted ? null : page.pointed }
}

export const reduce = (page: InspectorPage, event: InspectorEvent): InspectorPage => {
  switch (event.type) {
    case 'phone/recording':
    case 'phone/gone':
      return show(page, hear(page.phones, event))
    case 'click/phone':
      return { ...live(page), phones: follow(page.phones, event.phone) }
    case 'file/read':
      return open(page, event.name, event.text)
    case 'file/fault':
      return { ...page, fault: event.message }
    case 'file/above':
      return { ...page, isDropping: event.isDropping }
    case 'click/live':
      return live(page)
    case 'click/follow':
      return { ...page, moment: null, follows: page.follows + 1 }
    case 'click/column':
      return lookAt(page, event.column)
    case 'click/step':
      return lookAt(page, columnOf(page) + event.by)
    case 'click/language':
      return { ...page, language: event.language }
    case 'pointer/at':
      return { ...page, pointed: event.pointed }
    default:
      return page
  }
}
