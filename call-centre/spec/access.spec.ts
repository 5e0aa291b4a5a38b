/** Every route and door of the centre, and what each role gets there. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFaultyCentre, type FaultyCentre } from '../faults/create-faulty-centre'
import { roles } from '../server/accounts/account'
import { access, whoOpens } from '../server/http/access'
import { testConfig } from './test-config'
import { staff, tokenFor, wire } from './wire'

const visitors = ['stranger', 'customer', ...roles] as const

/** `in`: whatever the route answers to those whom it takes; `sign in`: 401, or the way to the sign-in. */
const table: Readonly<Record<keyof typeof access, string>> = {
  //                                 stranger  customer  seat  supervisor  administrator
  'GET /healthz': '                  in        in        in    in          in',
  'GET /readyz': '                   in        in        in    in          in',
  // A token of its own opens it, too: `metrics.spec.ts`.
  'GET /metrics': '                  no        no        no    in          in',
  // A key of its own opens it: `rtmp/streams.spec.ts`.
  'POST /rtmp': '                    in        in        in    in          in',
  'POST /login': '                   in        in        in    in          in',
  'POST /recordings': '              in        in        in    in          in',
  'POST /api/sign-in': '             in        in        in    in          in',
  'POST /api/sign-in/link': '        in        in        in    in          in',
  'GET /sign-in/*': '                in        in        in    in          in',
  'GET /phone/*': '                  in        in        in    in          in',
  'WS /signalling': '                in        in        in    in          in',
  'WS /room': '                      in        in        in    in          in',
  'GET /api/me': '                   sign-in   sign-in   in    in          in',
  'GET /history/*': '                sign-in   sign-in   in    in          in',
  'GET /api/calls': '                sign-in   sign-in   in    in          in',
  'GET /api/calls.csv': '            sign-in   sign-in   in    in          in',
  'GET /api/calls/:sessionId/recording': 'sign-in sign-in in  in          in',
  'PUT /api/calls/:sessionId/recording': 'sign-in sign-in in  in          in',
  'POST /api/sign-out': '            sign-in   sign-in   in    in          in',
  'POST /api/password': '            sign-in   sign-in   in    in          in',
  'GET /workstation/*': '            sign-in   sign-in   in    in          in',
  'GET /inspector/*': '              sign-in   sign-in   in    in          in',
  'WS /seat': '                      sign-in   sign-in   in    in          in',
  'GET /api/report': '               sign-in   sign-in   no    in          in',
  'GET /records': '                  sign-in   sign-in   no    in          in',
  'GET /operator/*': '               sign-in   sign-in   no    in          in',
  'WS /operator': '                  sign-in   sign-in   no    in          in',
  'GET /faults': '                   sign-in   sign-in   no    no          in',
  'POST /faults': '                  sign-in   sign-in   no    no          in',
  'DELETE /faults': '                sign-in   sign-in   no    no          in',
  'GET /accounts/*': '               sign-in   sign-in   no    no          in',
  'GET /api/accounts': '             sign-in   sign-in   no    no          in',
  'POST /api/accounts': '            sign-in   sign-in   no    no          in',
  'GET /api/accounts/groups': 'sign-in   sign-in   no    no          in',
  'PATCH /api/accounts/:accountId': 'sign-in   sign-in   no    no          in',
  'POST /api/accounts/:accountId/link': 'sign-in sign-in no    no          in',
  'GET /api/audit': '                sign-in   sign-in   no    no          in',
  'GET /api/customers/:userId': '    sign-in   sign-in   no    no          in',
  'DELETE /api/customers/:userId': ' sign-in   sign-in   no    no          in',
  'POST /api/keys/rotate': '         sign-in   sign-in   no    no          in',
  'GET /api/dead-letters': '         sign-in   sign-in   no    no          in',
  'POST /api/dead-letters/retry': '  sign-in   sign-in   no    no          in',
  'DELETE /api/dead-letters/:sessionId': 'sign-in sign-in no   no          in',
}

describe('what each role gets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'access-'))
  let centre: FaultyCentre
  let token = ''

  beforeAll(async () => {
    mkdirSync(join(folder, 'page'))
    writeFileSync(join(folder, 'page', 'index.html'), '<p>page')
    const prefixes = Object.keys(access).filter((row) => row.endsWith('/*'))
    const staticRoots = Object.fromEntries(
      prefixes.map((row) => [row.slice('GET '.length, -1), join(folder, 'page')] as const),
    )
    centre = await createFaultyCentre(testConfig({ recordings: { keptDays: 30 } }), { staticRoots })
    token = await tokenFor(centre, 'ann')
  })
  afterAll(async () => {
    await centre.close()
    rmSync(folder, { recursive: true })
  })

  const headersOf = async (visitor: (typeof visitors)[number]): Promise<Record<string, string>> => {
    if (visitor === 'stranger') return {}
    // What a customer has is no key to anything else, wherever it is put.
    if (visitor === 'customer')
      return { authorization: `Bearer ${token}`, cookie: `tccc-sign-in-${centre.port}=${token}` }
    return staff(centre, visitor)
  }

  const byHttp = async (method: string, path: string, headers: Record<string, string>): Promise<string> => {
    const address = centre.url + path.replace(/\*$/, '').replace(/:\w+/, 'nobody')
    const body = method === 'GET' ? {} : { body: '{}' }
    const answer = await fetch(address, { method, headers, redirect: 'manual', ...body })
    if (answer.status === 403) return 'no'
    return (await answer.text()).includes('SIGN_IN_REQUIRED') ? 'sign-in' : 'in'
  }

  const byWebSocket = (path: string, headers: Record<string, string>): Promise<string> => {
    const { socket } = wire(centre, path, path === '/room' ? [] : ['tccc.1', 'token.'], headers)
    return new Promise((resolve) => {
      socket.once('open', () => {
        resolve('in')
        socket.close()
      })
      socket.once('unexpected-response', (_, { statusCode }) => {
        resolve(statusCode === 401 ? 'sign-in' : 'no')
      })
    })
  }

  it.each(Object.entries(table))('%s', async (row, expected) => {
    const [method = '', path = ''] = row.split(' ')
    const got: string[] = []
    for (const visitor of visitors) {
      const headers = await headersOf(visitor)
      got.push(await (method === 'WS' ? byWebSocket(path, headers) : byHttp(method, path, headers)))
    }
    expect(got.join(' ')).toBe(expected.trim().replace(/ +/g, ' '))
  })

  it('a person who opens a page is led to the sign-in, and back from there', async () => {
    const headers = { accept: 'text/html' }
    const { status, headers: answered } = await fetch(`${centre.url}/operator/?lang=zh`, {
      headers,
      redirect: 'manual',
    })
    expect([status, answered.get('location')]).toEqual([303, '/sign-in/?to=%2Foperator%2F%3Flang%3Dzh'])
  })
})

it('what stands in no row cannot be declared', () => {
  expect(() => whoOpens(access, 'GET', '/secrets')).toThrow('access.ts does not say who opens GET /secrets.')
})
