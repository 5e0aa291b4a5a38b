/** Both servers against the scenarios that `tccc-call-centre conformance` runs. */
import { faultOf, patienceScenarios, promptScenarios } from '../../conformance/conformance'
import { logIn } from '../../conformance/log-in'
import { logInScenarios } from '../../conformance/log-in-scenarios'
import type { Target } from '../../conformance/visit'
import { codeOf, doorOf, type Running, SERVERS, targetOf } from './servers'

jest.setTimeout(20_000)

const UNHURRIED = { heartbeatMs: 10_000, windowMs: 30_000 }
const HURRIED = { heartbeatMs: 400, windowMs: 600 }

describe.each(Object.entries(SERVERS))('%s', (_, serve) => {
  let server: Running
  let target: Target

  beforeAll(async () => {
    server = await serve(UNHURRIED)
    target = await targetOf(server)
  })
  afterAll(() => server.close())

  it.each(promptScenarios)('$title', async (scenario) => {
    expect(await faultOf(target, scenario)).toBeNull()
  })

  it('refuses log-ins as it has to', async () => {
    const code = codeOf('one')
    await logIn(doorOf(server), code)
    for (const scenario of logInScenarios(doorOf(server), code)) expect(await faultOf(target, scenario)).toBeNull()
  })

  it('keeps its own times', async () => {
    const hurried = await serve(HURRIED)
    const impatient = await targetOf(hurried)
    const faults = patienceScenarios.map(async (scenario) => [scenario.title, await faultOf(impatient, scenario)])
    expect(await Promise.all(faults)).toEqual(patienceScenarios.map(({ title }) => [title, null]))
    await hurried.close()
  })
})
