import { distinctUntilChanged, EMPTY, map, Observable, switchMap, takeUntil, timer } from 'rxjs'
import { BUSY, type Cadence, RING_BACK, toneFile } from './tone'
import type { Session } from '../call/session'
import { attempt } from './edge'
import { theWx } from './wx'

type Tone = 'ringBack' | 'busy'

/** For how long the busy tone follows a call that others ended. */
const BUSY_MS = 3_000

const CADENCES: Readonly<Record<Tone, Cadence>> = { ringBack: RING_BACK, busy: BUSY }

/** Who hears the seat or the queue's music needs no tone; who hung up knows it. */
const toneOf = (session: Session): Tone | null => {
  if (session.phase === 'ringing' && session.remote.state !== 'up') return 'ringBack'
  return session.phase === 'ended' && session.end.closeBy !== 'client' ? 'busy' : null
}

/** Starts the tone; gives what ends it. */
const start = (tone: Tone): (() => void) => {
  const wx = theWx()
  const audio = wx.createInnerAudioContext()
  const filePath = `${wx.env.USER_DATA_PATH}/tccc-${tone}.wav`
  let wanted = true
  audio.loop = true
  const success = () => {
    if (!wanted) return
    audio.src = filePath
    audio.play()
  }
  wx.getFileSystemManager().writeFile({ filePath, data: toneFile(CADENCES[tone]), success })
  return () => {
    wanted = false
    audio.stop()
    audio.destroy()
  }
}

const setMuteSwitch = (obeyMuteSwitch: boolean): void => {
  attempt(() => theWx().setInnerAudioOption?.({ obeyMuteSwitch }))
}

/** Plays until it is unsubscribed. A phone that cannot play it stays silent: a tone is not worth an error. */
const play = (tone: Tone, obeyMuteSwitch: boolean): Observable<never> =>
  new Observable(() => {
    if (!obeyMuteSwitch) setMuteSwitch(false)
    const stop = attempt(() => start(tone))
    return () => {
      attempt(() => stop?.())
      if (!obeyMuteSwitch) setMuteSwitch(true)
    }
  })

export interface ToneOptions {
  /**
   * Whether a tone is silent while the mute switch of an iPhone is on. Default `true`, as WeChat has it; `false`: it is
   * heard, and so is every other sound of the app while a tone plays (base library 2.3.0).
   */
  readonly obeyMuteSwitch?: boolean
}

/**
 * While subscribed, the customer hears a ring-back tone while a seat rings, and a busy tone for 3 s when the seat, the
 * call centre or a policy has ended the call. Emits nothing; nothing plays on when it is unsubscribed.
 */
export const tones = (session$: Observable<Session>, { obeyMuteSwitch = true }: ToneOptions = {}): Observable<never> =>
  session$.pipe(
    map(toneOf),
    distinctUntilChanged(),
    switchMap((tone, index) => {
      // The end of a call is no news to a page that comes late.
      if (tone === null || (tone === 'busy' && index === 0)) return EMPTY
      const played$ = play(tone, obeyMuteSwitch)
      return tone === 'busy' ? played$.pipe(takeUntil(timer(BUSY_MS))) : played$
    }),
  )
