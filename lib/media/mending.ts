/** When media that failed are tried again, and for how long a fresh room, or the way into it, is waited for. */
import { map, Observable, Subscription, switchMap, timer } from 'rxjs'
import type { MediaDue } from '../events/event'
import { isEntering } from '../session/on-media-failure'
import { isConnected, type Session } from '../session/session'

/** By how often they were tried before. In the first second the call centre, or the phone, may say why they failed. */
const PAUSES_MS = [1_000, 3_000, 9_000]
const ANSWER_MS = 10_000
/** LiveKit gives a peer connection as long. */
const ENTRY_MS = 15_000

/** `null`: there is nothing to wait for, or the line or the phone have to come back first. */
const waitMs = (session: Session): number | null => {
  if (!isConnected(session) || session.line.state !== 'up' || session.interruption !== null) return null
  const { local, remote, room, retries } = session
  const [firstMs = 0] = PAUSES_MS
  if (local.failure !== undefined && local.failure.error !== null) return firstMs
  if (local.failure !== undefined && room === null) return ANSWER_MS
  const isFailed = local.failure !== undefined || remote.failure !== undefined
  return (isFailed ? PAUSES_MS[retries] : undefined) ?? (isEntering(session) ? ENTRY_MS : null)
}

const due: MediaDue = { type: 'media/due' }

/** What the phone or the server says in the same moment goes first. */
const later = (ms: number): Observable<MediaDue> =>
  timer(ms).pipe(
    switchMap(() => timer(0)),
    map(() => due),
  )

export const mending = (session$: Observable<Session>): Observable<MediaDue> =>
  new Observable((out) => {
    let ms: number | null = null
    let wait = Subscription.EMPTY
    const look = (session: Session) => {
      const before = ms
      ms = waitMs(session)
      if (ms === before) return
      wait.unsubscribe()
      if (ms === null) return
      wait = later(ms).subscribe((event) => {
        out.next(event)
      })
      out.add(wait)
    }
    out.add(session$.subscribe(look))
  })
