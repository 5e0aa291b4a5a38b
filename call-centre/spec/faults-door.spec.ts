import { createFaultyCentre } from '../faults/create-faulty-centre'
import { testConfig } from './test-config'
import { closeAll, customerWireWith, open, staff, startFrame, tokenFor, type Address } from './wire'

afterEach(closeAll)

const fault = { kind: 'kill', direction: 'toClient', message: 'call/started' }

const post = async (centre: Address, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${centre.url}/faults`, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { ...(await staff(centre, 'administrator')), ...headers },
  })

describe('POST /faults', () => {
  it('is not there unless it is asked for', async () => {
    expect((await post(await open(), fault)).status).toBe(404)
  })

  it('arms a fault, which happens once; nonsense and pages of another origin arm nothing', async () => {
    const centre = await createFaultyCentre(testConfig())
    expect((await post(centre, { ...fault, kind: 'flood' })).status).toBe(400)
    expect((await post(centre, fault, { origin: 'https://evil.example' })).status).toBe(403)
    expect(centre.board.armed()).toEqual([])
    expect(await (await post(centre, fault)).json()).toEqual({ armed: [fault] })
    const token = await tokenFor(centre, 'ann')
    const ann = customerWireWith(centre, token)
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    expect(await ann.closed).toBe('1006')
    expect(centre.board.armed()).toEqual([])
    await customerWireWith(centre, token, `${String(linkId)}.0`).next('call/started')
    await centre.close()
  })

  it('can be taken back', async () => {
    const centre = await createFaultyCentre(testConfig())
    await post(centre, fault)
    const headers = await staff(centre, 'administrator')
    await fetch(`${centre.url}/faults`, { method: 'DELETE', headers })
    expect(await (await fetch(`${centre.url}/faults`, { headers })).json()).toEqual({ armed: [] })
    await centre.close()
  })
})
