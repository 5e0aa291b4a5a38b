import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import schema from 'tccc-wx-sdk/signalling/protocol.schema.json'

const ajv = new Ajv2020({ strict: true, strictRequired: false }).addSchema(schema)

const checks = new Map<string, ValidateFunction>()

/** What is wrong with a frame; null: nothing. `name`: as in `$defs`. */
export function faultsOf(name: string, frame: unknown): string | null {
  const ref = `${schema.$id}#/$defs/${name.replace('/', '~1')}`
  const check = checks.get(name) ?? ajv.compile({ $ref: ref })
  checks.set(name, check)
  return check(frame) ? null : `${JSON.stringify(frame)}: ${ajv.errorsText(check.errors)}`
}

/** Any frame that a server may send. */
export function expectServerFrame(frame: unknown): void {
  const faults = ['ServerMessage', 'LinkFrame', 'Heartbeat'].map((name) => faultsOf(name, frame))
  if (!faults.includes(null)) throw new Error(faults.join('\n'))
}

export function expectServerMessage(frame: unknown): void {
  expect(faultsOf('ServerMessage', frame)).toBeNull()
}
