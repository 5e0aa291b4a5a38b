/** How the phone reports: phones tell the same happening by other codes, in another order, with or without a message. */

/** What live-pusher tells a page. */
export interface PusherReport {
  readonly status: (code: number, message?: string) => void
  readonly error: (errCode: number, errMsg: string) => void
  readonly netStatus: (info: object) => void
  readonly volume: (volume: number) => void
}

export type PhoneKind = 'plain' | 'android' | 'ios'

let kind: PhoneKind = 'plain'

export const setPhoneKind = (next: PhoneKind): void => {
  kind = next
}

const ENTERED = 1018
const PUSHING = 1002
const LEFT = 1019
const JOINED = 1031
/** iOS only: the microphone was turned on or off. */
const MICROPHONE_TURNED = 4998

type Told = readonly (readonly [code: number, message: string])[]

/** What the page of live-pusher says, as each kind of phone says it. */
const inWordsOf: Readonly<Record<PhoneKind, (code: number, message: string) => Told>> = {
  plain: (code, message) => [[code, message]],
  android: (code, message) => {
    if (code === PUSHING) return []
    if (code === ENTERED)
      return [
        [PUSHING, ''],
        [code, message],
      ]
    return [[code, code === JOINED ? '' : message]]
  },
  ios: (code, message) => (code === LEFT ? [] : [[code, message]]),
}

/** Reports as the kind of phone does that it is at that moment. */
export const inItsWords = (report: PusherReport): PusherReport => ({
  ...report,
  status: (code, message = '') => {
    for (const [told, words] of inWordsOf[kind](code, message)) report.status(told, words)
  },
})

export const tellMicrophoneTurned = (report: PusherReport): void => {
  if (kind === 'ios') report.status(MICROPHONE_TURNED, '')
}

/** How good the net is said to be, each way: 1 best … 6 unusable. A browser's own is always good. */
export const netQuality = { local: 1, remote: 1 }
