/** What two readers make of the same codes: the published package trtc-wx-sdk, and this one. */
import { mediaWish, type Session, startCall } from '../../lib/entries/call'
import { idle } from '../../lib/call/session'
import { CALL_ID } from '../../lib/entries/testing'
import { STARTED } from '../../lib/testing/alphabet'
import { after } from '../call/sessions'
import type { Step } from './sequences'

/** In the room or not, who is there, and whose stream is played, in a few words. */
export type Reading = string

/** Gives what is known after each step. */
export type Reader = (steps: readonly Step[]) => readonly Reading[]

const flag = (name: string, on: boolean | undefined): string => (on === undefined ? '' : ` ${on ? '' : 'no '}${name}`)

const inWords = (isIn: boolean, users: readonly string[], played: readonly string[]): Reading =>
  [isIn ? 'in' : 'out', ...users, ...played.map((userId) => `plays ${userId}`)].join(', ')

interface TrtcUser {
  readonly userID: string
  readonly hasMainAudio?: boolean
  readonly hasMainVideo?: boolean
}

interface Trtc {
  readonly EVENT: Readonly<Record<'LOCAL_JOIN' | 'KICKED_OUT', string>>
  readonly userController: { getUserList(): readonly TrtcUser[] }
  getPlayerList(): readonly { readonly userID: string; readonly streamType: string }[]
  createPusher(options: object): void
  on(event: string, listener: () => void): void
  pusherEventHandler(event: { readonly detail: Step }): void
}

const openTrtc = (): Trtc => {
  // The package reads `wx` when it is loaded, and says hello on the console.
  const global = globalThis as { wx?: unknown }
  global.wx = { createLivePusherContext: () => ({}) }
  const hello = jest.spyOn(console, 'info').mockImplementation(() => undefined)
  const Package = jest.requireActual<new (page: object, options: object) => Trtc>('trtc-wx-sdk')
  hello.mockRestore()
  const trtc = new Package({}, { env: 'test' })
  trtc.createPusher({})
  return trtc
}

export const trtcWx: Reader = (steps) => {
  const trtc = openTrtc()
  const quiet = [jest.spyOn(console, 'error'), jest.spyOn(console, 'warn')].map((spy) => spy.mockImplementation())
  let isIn = false
  trtc.on(trtc.EVENT.LOCAL_JOIN, () => (isIn = true))
  trtc.on(trtc.EVENT.KICKED_OUT, () => (isIn = false))
  const readings = steps.map((detail) => {
    trtc.pusherEventHandler({ detail })
    const users = trtc.userController
      .getUserList()
      .map(({ userID, hasMainAudio, hasMainVideo }) =>
        [userID, flag('sound', hasMainAudio), flag('picture', hasMainVideo)].join(''),
      )
    const players = trtc.getPlayerList().filter(({ streamType }) => streamType === 'main')
    return inWords(
      isIn,
      users,
      players.map(({ userID }) => userID),
    )
  })
  for (const spy of quiet) spy.mockRestore()
  return readings
}

const read = (session: Session): Reading => {
  const { local, remote } = session
  const playing = mediaWish(session).playUrl === '' ? [] : [remote.userId]
  const user = [remote.userId, flag('sound', remote.hasAudio), flag('picture', remote.hasVideo)].join('')
  return inWords(local.state === 'up', remote.playUrl === '' ? [] : [user], playing)
}

export const ours: Reader = (steps) => {
  let session = after(idle, startCall({ channelId: 'service', callId: CALL_ID }), STARTED)
  return steps.map((step) => {
    session = after(session, { type: 'pusher/status', ...step })
    return read(session)
  })
}
