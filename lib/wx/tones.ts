import { asyncScheduler, distinctUntilChanged, EMPTY, map, Observable, switchMap, takeUntil, timer } from 'rxjs'
import { BUSY, type Cadence, RING_BACK, toneFile } from '../media/tone'
import type { Session } from '../session/session'
import { theWx } from './wx'

type Tone = 'ringBack' | 'busy'

/** For how long the busy tone follows a call that others ended. */
const BUSY_MS = 3_000

const CADENCES: Readonly<Record<Tone, Cadence>> = { ringBack: RING_BACK, busy: BUSY }

/** Who hears the seat or the queue's music needs no tone; who hung up knows it. A page that comes late hears nothing. */
const toneOf = (session: Session): Tone | null => {
  if (session.phase === 'ringing' && session.remote.state !== 'up') return 'ringBack'
  const isNews = session.phase === 'ended' && asyncScheduler.now() - session.endedAt < BUSY_MS
  return isNews && session.end.closeBy !== 'client' ? 'busy' : null
}

/** Plays until it is unsubscribed. A phone that cannot play it stays silent: a tone is not worth an error. */
const play = (tone: Tone): Observable<never> =>
  new Observable(() => {
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
  })

/**
 * While subscribed, the customer hears a ring-back tone while a seat rings, and a busy tone for 3 s when the seat, the
 * call centre or a policy has ended the call. Emits nothing; nothing plays on when it is unsubscribed.
 */
export const tones = (session$: Observable<Session>): Observable<never> =>
  session$.pipe(
    map(toneOf),
    distinctUntilChanged(),
    switchMap((tone) => {
      if (tone === null) return EMPTY
      return tone === 'busy' ? play(tone).pipe(takeUntil(timer(BUSY_MS))) : play(tone)
    }),
  )
