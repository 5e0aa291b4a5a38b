import defaults from '../call-centre.json'
import { checkConfig } from '../config/read-config'
import { createCallCentre } from '../create-call-centre'
import { callLine } from '../terminal/call-line'
import { selfCheck } from './self-check'

/**
 * One call through the SDK against a call centre of its own, with the built-in configuration, so that it leaves no
 * record in the one that is served. Prints its line and PASS, or the fault; resolves whether it passed.
 */
export const reportSelfCheck = async (print: (line: string) => void): Promise<boolean> => {
  const config = checkConfig(defaults)
  const centre = await createCallCentre(config)
  print('Self-check: D dialling, V ivr, W waiting, R ringing, T talking, E ended')
  const { marks, fault } = await selfCheck(centre.url, config.sdkAppId)
  await centre.close({ spreadMs: 0 })
  if (marks.length > 0) print(`  ${callLine(marks)}`)
  print(fault === null ? 'PASS' : `FAIL: ${fault}`)
  return fault === null
}
