import { asideScenarios } from './aside-scenarios'
import { callScenarios } from './call-scenarios'
import { Failure } from './server-frame'
import { frameScenarios } from './frame-scenarios'
import { numberScenarios } from './number-scenarios'
import { openingScenarios } from './opening-scenarios'
import { patienceScenarios } from './patience-scenarios'
import { resumingScenarios } from './resuming-scenarios'
import { Visit, type Scenario, type Target } from './visit'

export const promptScenarios: readonly Scenario[] = [
  ...openingScenarios,
  ...numberScenarios,
  ...resumingScenarios,
  ...frameScenarios,
  ...callScenarios,
  ...asideScenarios,
]

export { patienceScenarios }

/** What the server does otherwise than PROTOCOL.md says; null: nothing. */
export const faultOf = async (target: Target, { run }: Scenario): Promise<string | null> => {
  const visit = new Visit(target)
  const fault = await wordsOf(() => run(visit))
  const byTheWay = await wordsOf(() => visit.leave())
  return fault ?? byTheWay
}

const wordsOf = async (act: () => Promise<void>): Promise<string | null> => {
  try {
    await act()
    return null
  } catch (fault) {
    if (fault instanceof Failure || isNetworkFault(fault)) return fault.message
    throw fault
  }
}

const isNetworkFault = (fault: unknown): fault is Error =>
  fault instanceof Error && (fault.name === 'TimeoutError' || fault.message === 'fetch failed')

export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** Runs one scenario after the other, then those that take patience side by side, and tells each as it is over. */
export const runConformance = async (
  target: Target,
  before: readonly Scenario[],
  print: (line: string) => void,
): Promise<Tally> => {
  const tally = { passed: 0, failed: 0 }
  const look = async (scenario: Scenario) => {
    if (scenario.needs === 'two customers' && target.otherToken === undefined) {
      print(`left out  ${scenario.title}: it takes two customers`)
      return
    }
    const fault = await faultOf(target, scenario)
    tally[fault === null ? 'passed' : 'failed'] += 1
    print(fault === null ? `pass  ${scenario.title}` : `FAIL  ${scenario.title}\n      ${fault}`)
  }
  for (const scenario of [...before, ...promptScenarios]) await look(scenario)
  await Promise.all(patienceScenarios.map(look))
  return tally
}
