import type { Clock } from '../../server/sessions/clock'
import { authorizationOf, contentType, type CloudKeys } from './sign-request'

/** Tencent's server API for rooms with a name, version 2019-07-22 (cloud.tencent.com/document/api/647/37088). */
export interface RoomApi {
  /** Shows everybody out and closes the room. `settled`: it is done, or was given up. */
  dismiss(roomId: string, settled?: () => void): void
  remove(roomId: string, userId: string, settled?: () => void): void
}

export interface RoomApiParts {
  readonly keys: CloudKeys
  readonly sdkAppId: number
  readonly region: string
  readonly clock: Clock
  /** Hears of what was given up, without a secret in it. */
  readonly log: (line: string) => void
  /** For tests: another server. */
  readonly origin?: string
}

interface Job {
  readonly action: 'DismissRoomByStrRoomId' | 'RemoveUserByStrRoomId'
  readonly about: { readonly RoomId: string; readonly UserIds?: readonly string[] }
  readonly tries: number
  readonly settled: () => void
}

/** The API takes 20 requests a second of an account. */
const paceMs = 50
const mostWaiting = 1_000
const mostTries = 5
const retryAfterMs = 1_000
const patienceMs = 10_000

/**
 * Codes that Tencent documents: for these two actions in trtc/v20190722/client.go of TencentCloud/tencentcloud-sdk-go, for all
 * of its APIs under tencentcloud.com/document/api/1118/66927. After any other the job is given up, with a line in the log.
 */
const done = 'FailedOperation.RoomNotExist'
const passing = /^(RequestLimitExceeded|InternalError)(\.|$)|^(HTTP 5|NETWORK)/

/** A room that stays open costs money and no secret: whoever is left in it is alone. */
export function createRoomApi({ clock, log, ...access }: RoomApiParts): RoomApi {
  const waiting: Job[] = []
  let resting = false

  const next = (): void => {
    const job = resting ? undefined : waiting.shift()
    if (!job) return
    resting = true
    clock.after(paceMs, () => {
      resting = false
      next()
    })
    void ask(access, clock, job).then((fault) => {
      settle(job, fault)
    })
  }
  const add = (job: Job): void => {
    if (waiting.length < mostWaiting) waiting.push(job)
    else giveUp(log, job, `too many rooms wait to be closed; ${job.about.RoomId} is left open`)
    next()
  }
  const settle = (job: Job, fault: string | null): void => {
    const tries = job.tries + 1
    if (fault === null || fault === done) job.settled()
    else if (passing.test(fault) && tries < mostTries) {
      clock.after(retryAfterMs * 2 ** job.tries, () => {
        add({ ...job, tries })
      })
    } else giveUp(log, job, `${job.action} of ${job.about.RoomId} was given up: ${fault}`)
  }
  return {
    dismiss(RoomId, settled = () => undefined) {
      add({ action: 'DismissRoomByStrRoomId', about: { RoomId }, tries: 0, settled })
    },
    remove(RoomId, userId, settled = () => undefined) {
      add({ action: 'RemoveUserByStrRoomId', about: { RoomId, UserIds: [userId] }, tries: 0, settled })
    },
  }
}

function giveUp(log: RoomApiParts['log'], { settled }: Job, why: string): void {
  log(`TRTC: ${why}`)
  settled()
}

interface Answer {
  readonly Response?: { readonly Error?: { readonly Code?: string } }
}

/** Null when it is done; else Tencent's error code, or what kept the answer away. */
async function ask(
  { keys, sdkAppId, region, origin = 'https://trtc.tencentcloudapi.com' }: Omit<RoomApiParts, 'clock' | 'log'>,
  clock: Clock,
  { action, about }: Job,
): Promise<string | null> {
  const body = JSON.stringify({ SdkAppId: sdkAppId, ...about })
  const timestamp = Math.floor(clock.date() / 1_000)
  const { host } = new URL(origin)
  const headers = {
    authorization: authorizationOf(keys, { host, service: 'trtc', body, timestamp }),
    'content-type': contentType,
    ...{ 'x-tc-action': action, 'x-tc-version': '2019-07-22', 'x-tc-region': region },
    'x-tc-timestamp': String(timestamp),
  }
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const response = await fetch(origin, { method: 'POST', redirect: 'error', headers, body, signal })
    if (!response.ok) return `HTTP ${response.status}`
    const answer = (await response.json()) as Answer
    return answer.Response ? (answer.Response.Error?.Code ?? null) : 'NETWORK no answer of Tencent Cloud'
  } catch {
    return 'NETWORK'
  }
}
