/** Policies that a story can switch on: the ready-made ones with short limits, and some that behave badly. */
import { concatMap, filter, from, interval, map, NEVER, switchMap, tap, timer } from 'rxjs'
import { hangUp, type Intent, mute, sendDigits, startCall, unmute } from '../../lib/call/intents'
import { dialLimit } from '../../lib/policies/limits'
import { hangUpWhenHidden } from '../../lib/policies/interruptions'
import type { Policy } from '../../lib/policies/policy'
import { ringLimit } from '../../lib/policies/limits'
import { waitingLimit } from '../../lib/policies/limits'
import { isRunning } from '../../lib/call/session'

const thrower: Policy = ({ session$ }) =>
  session$.pipe(
    tap(({ phase }) => {
      if (phase === 'ringing') throw new Error('a policy that throws')
    }),
    switchMap(() => NEVER),
  )

/** Hangs up in the very moment of the ringing. */
const impatient: Policy = ({ session$ }) =>
  session$.pipe(
    filter(({ phase }) => phase === 'ringing'),
    map(() => hangUp('it rang')),
  )

/** Presses everything there is, all the time, in every phase. */
const chatter: Policy = ({ session$ }) => {
  const pressed: readonly Intent[] = [mute(), sendDigits('9'), unmute(), hangUp('chatter')]
  return session$.pipe(
    filter(isRunning),
    switchMap(() => interval(3_000)),
    concatMap(() => from(pressed)),
  )
}

/** Dials again when a call is over. */
const redialler: Policy = ({ session$ }) =>
  session$.pipe(
    switchMap((session) => (session.phase === 'ended' ? timer(500).pipe(map(() => session.callId)) : NEVER)),
    map((callId) => startCall({ callId: `${callId}+`, channelId: 'service' })),
  )

export const POLICIES: Readonly<Record<string, Policy>> = {
  d: dialLimit({ ms: 1_000 }),
  w: waitingLimit({ ms: 2_000 }),
  r: ringLimit({ ms: 1_000 }),
  h: hangUpWhenHidden({ ms: 100 }),
  t: thrower,
  i: impatient,
  c: chatter,
  a: redialler,
}
