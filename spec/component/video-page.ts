/** A page with both sub-components in place, and a customer who makes a video call on it. */
import type { Session } from '../../lib/entries/index'
import type { CallPhase } from './centre'
import { openPage, type Page } from './page'

export const openVideoPage = (): Page => {
  const page = openPage()
  page.placeParts()
  return page
}

/** How dialling a video call came out: its session, or its error. */
export const startSession = (page: Page): Promise<unknown> =>
  page.sdk.startSession({ channelId: 'entry' }).catch((error: unknown) => error)

export const openVideoPageIn = (phase: CallPhase): Page => {
  const page = openVideoPage()
  void startSession(page)
  page.centre.takesTo(phase)
  return page
}

/** The room is entered, with the switches as they are set. */
export const enters = (page: Page): void => {
  page.tagTells('live-pusher', 'statechange', { code: 1018 })
  page.settles()
}

export const sessionOf = (page: Page): Session => {
  let latest: Session | undefined
  page.sdk.session$
    .subscribe((session) => {
      latest = session
    })
    .unsubscribe()
  if (latest === undefined) throw new Error('session$ is silent')
  return latest
}

export const NEW_ROOM = { kind: 'url', pushUrl: 'room://push2', playUrl: 'room://play2' } as const
