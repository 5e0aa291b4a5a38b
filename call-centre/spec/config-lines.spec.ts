import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Secrets } from '../server/config/needed-secrets'
import { ConfigFault, readConfig } from '../server/config/read-config'

const folder = mkdtempSync(join(tmpdir(), 'config-'))
const path = join(folder, 'centre.json')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const faultOf = (text: string, secrets?: Secrets): string => {
  writeFileSync(path, text)
  try {
    readConfig(path, secrets)
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.message.replaceAll(path, 'centre.json')
    throw fault
  }
  return ''
}

const good = `{
  "sdkAppId": "1400000000",
  "channels": {
    "a/b": { "name": "A" },
    "menu": {
      "name": "Menu",
      "ivr": {
        "prompt": "Hello",
        "keys": [
          { "key": "1", "label": "One", "then": "queue" },
          { "key": "2", "label": "Two", "then": "end" }
        ]
      }
    }
  },
  "windowMs": 30000
}
`

it('a good one has no faults', () => {
  expect(faultOf(good)).toBe('')
})

it.each([
  ['a value', '"windowMs": 30000', '"windowMs": "long"', 'centre.json:16:3: windowMs must be integer. Correct it.'],
  [
    'a field of a list',
    '"then": "end"',
    '"then": "stop"',
    'centre.json:11:41: channels.menu.ivr.keys.1.then must be one of: queue, end.',
  ],
  [
    'an unknown field',
    '"windowMs"',
    '"window"',
    'centre.json:16:3: The configuration has an unknown field "window". Remove it or correct its name.',
  ],
  ['a missing field', '"prompt": "Hello",', '', 'centre.json:7:7: channels.menu.ivr lacks "prompt". Add it.'],
  ['a name with a slash', '{ "name": "A" }', '{ "name": 7 }', 'centre.json:4:14: channels.a/b.name must be string.'],
  ['a comma too many', '30000\n}', '30000,\n}', 'centre.json:17:1: This is not JSON: Property name expected.'],
  ['a comment', '"windowMs"', '// mine\n  "windowMs"', 'centre.json:16:3: This is not JSON: Invalid comment token.'],
  ['the end missing', '\n}\n', '\n', 'centre.json:17:1: This is not JSON: Close brace expected.'],
  [
    'an address with a password',
    '"windowMs": 30000',
    '"cdrPushUrl": "https://me:secret@records.example"',
    'centre.json:16:3: cdrPushUrl holds a user name or a password',
  ],
  [
    'its own TLS with the plane rtmp',
    '"windowMs": 30000',
    '"media": { "plane": "rtmp" },\n  "tls": { "certFile": "a", "keyFile": "b" }',
    'centre.json:17:3: media.plane is rtmp: nginx asks over plain HTTP, which a centre with tls does not answer. Remove tls',
  ],
])('%s is named with its line', (_, from, to, message) => {
  expect(good).toContain(from)
  expect(faultOf(good.replace(from, to))).toContain(message)
})

it('names all faults, one a line', () => {
  expect(faultOf('{ "sdkAppId": 7,\n  "x": 1 }').split('\n')).toHaveLength(3)
})

describe('a secret that is asked for and not set', () => {
  it.each([
    [
      '"media": { "webrtc": { "iceServers": ["turn:turn.example.com"] } }',
      'TCCC_TURN_SECRET',
      '16:26: media.webrtc.iceServers',
    ],
    ['"media": { "plane": "trtc" }', 'TCCC_TRTC_SECRET_KEY', '16:14: media.plane is trtc'],
    ['"wechat": { "appId": "wx4f4bc4dec97d474b" }', 'TCCC_WECHAT_SECRET', '16:3: wechat names a mini program'],
  ])('%s is named with the line that asks for it', (asks, name, message) => {
    const text = good.replace('"windowMs": 30000', asks)
    const fault = faultOf(text, () => undefined)
    expect(fault).toContain(`centre.json:${message}`)
    expect(fault).toMatch(new RegExp(`${name} is not set\\. Put .* there, or into a file that ${name}_FILE names\\.$`))
    expect(faultOf(text, (asked) => (asked === name ? 'set' : undefined))).toBe('')
  })

  it('is no fault where nothing asks for it', () => {
    expect(faultOf(good, () => undefined)).toBe('')
  })
})
