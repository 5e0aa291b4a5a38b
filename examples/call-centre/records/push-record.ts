import type { Clock } from '../sessions/clock'
import type { Session } from '../sessions/session'
import type { CallRecord } from './call-record'

const attempts = 3
const pauseMs = 1_000
const patienceMs = 5_000

/** Posts call records to somebody's server, each at most three times. */
export interface RecordPush {
  readonly push: (record: CallRecord, session: Session) => void
  /** Calls off what is under way. */
  stop(): void
}

export function createRecordPush(url: string | undefined, clock: Clock, log: (line: string) => void): RecordPush {
  const stopped = new AbortController()
  const send = async (address: string, body: unknown, attempt: number): Promise<void> => {
    const isTaken = await taken(address, body, stopped.signal)
    if (isTaken || stopped.signal.aborted) return
    if (attempt === attempts) {
      log('A call record was not taken by cdrPushUrl; it stays at /records.')
    } else {
      const callOff = clock.after(attempt * pauseMs, () => void send(address, body, attempt + 1))
      stopped.signal.addEventListener('abort', callOff, { once: true })
    }
  }
  return {
    push(record, session) {
      if (url === undefined || stopped.signal.aborted) return
      if (session.media === 'video') void send(`${url}?action=videoCdr&version=1`, videoRecord(record, session), 1)
      else void send(`${url}?action=cdr&version=1`, record, 1)
    },
    stop() {
      stopped.abort()
    },
  }
}

async function taken(url: string, body: unknown, stopped: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([stopped, AbortSignal.timeout(patienceMs)]),
    })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

/** The vendor pushes video calls in a shape of their own. */
function videoRecord(record: CallRecord, session: Session): object {
  const { SessionId, StartTimestamp, RingTimestamp, AcceptTimestamp, EndedTimestamp, Duration } = record
  const { EndStatusString, SeatUser, UserRemark } = record
  return {
    ...{ SessionId, StartTimestamp, RingTimestamp, AcceptTimestamp, EndedTimestamp, Duration },
    ...{ EndStatusString, SeatUser, UserRemark },
    QueuedSkillGroupName: '',
    UserId: session.userId,
    UserNickName: '',
    ClientData: '',
  }
}
