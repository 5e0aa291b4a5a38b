/** One call with one fault on the seat's end, and what must be true of it. */
import { setTimeout as pause } from 'node:timers/promises'
import { listen } from '../sound'
import { FAULTS, type FaultName } from './faults'
import type { Scene } from './scene'

export interface Plan {
  readonly fault: FaultName
  readonly muted: boolean
  /** The agent hangs up before the line is back; for faults that leave the page alone. */
  readonly hangsUpMeanwhile: boolean
}

export interface Played {
  readonly plan: Plan
  /** From the end of the fault until both voices were as wished; null: nobody waited for it. */
  readonly resumedMs: number | null
  /** What was not as it must be; empty: all was. */
  readonly wrong: readonly string[]
}

const SILENCE_DB = -60
const SPEECH_DB = -35
const LISTEN_MS = 700
const RESUME_MS = 5_000
const LOCAL_MS = 1_000
const END_MS = 15_000

const within = async (limitMs: number, holds: () => Promise<boolean>): Promise<number | null> => {
  const beganAt = performance.now()
  while (performance.now() - beganAt <= limitMs) {
    if (await holds().catch(() => false)) return performance.now() - beganAt
    await pause(50)
  }
  return null
}

const heardBySeat = async ({ seat }: Scene) =>
  (await seat.page.evaluate(listen, { source: 'workstation', ms: LISTEN_MS } as const)).levelDb

const heardByCustomer = async ({ phone }: Scene) =>
  (await phone.run(listen, { source: 'phone', ms: LISTEN_MS } as const)).levelDb

const microphoneIsClosed = async ({ seat }: Scene): Promise<boolean> => {
  const { liveTracks, connections } = await seat.audit()
  return liveTracks === 0 && connections === 0
}

/** Both hear what the other wishes to be heard. */
const voicesAre = async (scene: Scene, muted: boolean): Promise<boolean> => {
  const atSeat = await heardBySeat(scene)
  const atCustomer = await heardByCustomer(scene)
  return atSeat > SPEECH_DB && (muted ? atCustomer < SILENCE_DB : atCustomer > SPEECH_DB)
}

const begin = async (scene: Scene, { muted }: Plan): Promise<void> => {
  const { phone, seat } = scene
  await phone.call()
  await seat.sees('ringing')
  await seat.press('answer')
  await Promise.all([phone.sees('talking'), seat.sees('talking')])
  if (muted) await seat.press('mute')
  if ((await within(END_MS, () => voicesAre(scene, muted))) === null) throw new Error('the talk never had its voices')
}

/** Whether the customer was in this one talk from its answer to its end. */
const wentStraight = ({ phases }: Scene, from: number): boolean =>
  phases
    .slice(from)
    .map(({ phase }) => phase)
    .filter((phase) => phase !== 'ivr')
    .join(' ') === 'waiting ringing talking ended'

const hangUpMeanwhile = async (scene: Scene, plan: Plan, wrong: string[]): Promise<void> => {
  const over = FAULTS[plan.fault](scene)
  await scene.seat.press('hang-up')
  if ((await within(LOCAL_MS, () => microphoneIsClosed(scene))) === null)
    wrong.push('a live microphone after a hang-up')
  await over
}

export const play = async (scene: Scene, plan: Plan): Promise<Played> => {
  const wrong: string[] = []
  const [recordsBefore, phasesBefore] = [(await scene.records()).length, scene.phases.length]
  let resumedMs: number | null = null
  await begin(scene, plan)
  if (plan.hangsUpMeanwhile) await hangUpMeanwhile(scene, plan, wrong)
  else {
    await FAULTS[plan.fault](scene)
    resumedMs = await within(RESUME_MS, () => voicesAre(scene, plan.muted))
    if (resumedMs === null) wrong.push('the talk did not go on within 5 s, muted or not as it was')
    await scene.seat.press('hang-up')
    if ((await within(LOCAL_MS, () => microphoneIsClosed(scene))) === null)
      wrong.push('a live microphone after a hang-up')
  }
  const ended = async () => (await scene.records()).length > recordsBefore
  if ((await within(END_MS, ended)) === null) wrong.push('the call did not end')
  await scene.phone.sees('ended')
  if ((await scene.records()).length !== recordsBefore + 1) wrong.push('more than one end')
  if (!wentStraight(scene, phasesBefore)) {
    wrong.push(
      `the customer saw ${scene.phases
        .slice(phasesBefore)
        .map(({ phase }) => phase)
        .join(' ')}`,
    )
  }
  await scene.seat.sees('ended')
  return { plan, resumedMs, wrong }
}
