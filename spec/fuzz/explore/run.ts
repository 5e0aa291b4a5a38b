import { NEXT_PHASES, type Phase } from '../../../lib/call/phase'
import type { Outcome } from '../suite'
import { alphabet } from './alphabet'
import { beginnings } from './beginnings'
import { type Exploration, explore } from './explore'

const drawn = (Object.entries(NEXT_PHASES) as [Phase, readonly Phase[]][]).flatMap(([from, next]) =>
  next.map((to) => `${from} → ${to}`),
)

/** The promises of the exploration, by name, each with what breaks it. */
export const faultsOf = ({ faults, arrows }: Exploration): Readonly<Record<string, string | undefined>> => ({
  'every step is right, and every running call can end': faults[0],
  'no arrow but those of the drawing': [...arrows].find((arrow) => !drawn.includes(arrow)),
  'every arrow of the drawing is walked': drawn.find((arrow) => !arrows.has(arrow)),
})

export const runExploration = (maxDepth: number, budgetMs: number): Outcome => {
  const found = explore(maxDepth, budgetMs)
  const broken = Object.entries(faultsOf(found)).filter(([, fault]) => fault !== undefined)
  const reach = found.isComplete ? 'to the last state' : `to depth ${String(found.depth)}`
  const count = (value: number) => value.toLocaleString('en')
  const name =
    `all sequences of ${count(alphabet.length)} events ${reach} from ${count(beginnings.length)} beginnings: ` +
    `${count(found.states)} states, ${count(found.arrows.size)} of ${count(drawn.length)} arrows, steps`
  const report = broken.map(([promise, fault = '']) => `${promise}: ${fault}`).join('\n')
  return {
    name,
    runs: found.steps,
    passed: Object.keys(faultsOf(found)).length - broken.length,
    failed: broken.length,
    report,
  }
}
