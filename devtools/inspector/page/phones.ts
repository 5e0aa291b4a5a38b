/** The phones that the inspector knows, and the one that it follows. */
import type { Recording } from 'tccc-wx-sdk/black-box'
import type { PhoneSays } from '../../../call-centre/server/inspector-messages'

export interface LivePhone {
  readonly id: string
  /** Counted from 1 in the order of coming. */
  readonly number: number
  readonly recording: Recording
  readonly isGone: boolean
}

export interface Phones {
  readonly all: readonly LivePhone[]
  readonly followed: string | null
}

export const noPhones: Phones = { all: [], followed: null }

export const followedOf = ({ all, followed }: Phones): LivePhone | null => all.find(({ id }) => id === followed) ?? null

/** A phone without a call is not followed. */
const hasCall = ({ events }: Recording): boolean => events.some(({ event }) => event.type === 'intent/startCall')

const heard = ({ all, followed }: Phones, id: string, recording: Recording): Phones => {
  const before = all.find((phone) => phone.id === id)
  if (before !== undefined) {
    return { all: all.map((phone) => (phone === before ? { ...phone, recording, isGone: false } : phone)), followed }
  }
  // One that is gone stays in sight until another comes: its page was loaded anew, or it is looked at in peace.
  const present = all.filter(({ isGone }) => !isGone)
  const number = Math.max(0, ...present.map((phone) => phone.number)) + 1
  const isFollowed = present.some((phone) => phone.id === followed && (hasCall(phone.recording) || !hasCall(recording)))
  return { all: [...present, { id, number, recording, isGone: false }], followed: isFollowed ? followed : id }
}

const gone = ({ all, followed }: Phones, id: string): Phones => ({
  all: all
    .filter((phone) => phone.id !== id || id === followed)
    .map((phone) => (phone.id === id ? { ...phone, isGone: true } : phone)),
  followed,
})

export const hear = (phones: Phones, said: PhoneSays): Phones =>
  said.type === 'phone/gone' ? gone(phones, said.phone) : heard(phones, said.phone, said.recording)

export const follow = ({ all, followed }: Phones, id: string): Phones => ({
  all: all.filter((phone) => !phone.isGone || phone.id === id),
  followed: all.some((phone) => phone.id === id) ? id : followed,
})
