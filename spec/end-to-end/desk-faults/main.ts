/** `npm run faults:desk -- [--seed 1] [--calls 50]`: faults on the seat's end, counted. */
import { parseArgs } from 'node:util'
import { FAULT_NAMES } from './faults'
import { play, type Plan, type Played } from './play'
import { plansOf } from './plans'
import { openScene, type Scene } from './scene'

const { values } = parseArgs({ options: { seed: { type: 'string' }, calls: { type: 'string' } } })
const [seed, calls] = [Number(values.seed ?? 1), Number(values.calls ?? 50)]

const nameOf = ({ fault, muted, hangsUpMeanwhile }: Plan): string =>
  [fault, muted ? 'muted' : 'open', ...(hangsUpMeanwhile ? ['hung up meanwhile'] : [])].join(', ')

const playSafely = (scene: Scene, plan: Plan): Promise<Played> =>
  play(scene, plan).catch((fault: unknown) => ({
    ...{ plan, resumedMs: null },
    wrong: [fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault)],
  }))

const summary = (all: readonly Played[]): void => {
  for (const name of FAULT_NAMES) {
    const own = all.filter(({ plan }) => plan.fault === name)
    const times = own.flatMap(({ resumedMs }) => resumedMs ?? [])
    const longest = times.length === 0 ? '–' : `${(Math.max(...times) / 1000).toFixed(1)} s`
    const muted = own.filter(({ plan }) => plan.muted).length
    const failed = own.filter(({ wrong }) => wrong.length > 0).length
    console.log(
      `${name.padEnd(10)} ${own.length} calls, ${muted} muted, back after ${longest} at most, ${failed} failed`,
    )
  }
  const failed = all.filter(({ wrong }) => wrong.length > 0).length
  console.log(`${all.length - failed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

const main = async (): Promise<void> => {
  const all: Played[] = []
  let scene = await openScene()
  for (const [index, plan] of plansOf(seed, calls).entries()) {
    const played = await playSafely(scene, plan)
    all.push(played)
    const { wrong, resumedMs } = played
    const how = wrong.length > 0 ? wrong.join('; ') : resumedMs === null ? 'ended' : `${Math.round(resumedMs)} ms`
    console.log(`${String(index + 1).padStart(3)} ${nameOf(plan)}: ${how}`)
    // What a failed call leaves behind must not fail the next one.
    if (wrong.length === 0) continue
    await scene.close()
    scene = await openScene()
  }
  await scene.close()
  summary(all)
}

void main()
