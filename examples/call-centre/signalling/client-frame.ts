import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import type { ClientMessage } from 'tccc-wx-sdk/call'
import schema from 'tccc-wx-sdk/signalling/protocol.schema.json'
import type { RawData } from 'ws'
import { faultOf, parseFrame, type TypedFrame } from '../frames'

/** What a client's frame comes to. */
export type ClientFrame =
  | { readonly kind: 'heartbeat' | 'ack'; readonly seen: number }
  /** Without `message`: a type that this server does not know. */
  | { readonly kind: 'numbered'; readonly n: number; readonly message?: ClientMessage }
  /** With `n`: the number is good, the rest is not. */
  | { readonly kind: 'invalid'; readonly reason: string; readonly n?: number }
  | { readonly kind: 'ignored' }

const ajv = new Ajv2020({ strict: false }).addSchema(schema)
const checks = new Map<string, ValidateFunction>()
const types = ['link/heartbeat', 'link/ack', 'call/start', 'call/digits', 'call/hold', 'call/rejoin', 'call/hangUp']
for (const type of types) {
  checks.set(type, ajv.compile({ $ref: `${schema.$id}#/$defs/${type.replace('/', '~1')}` }))
}

export function readClientFrame(data: RawData, isBinary: boolean): ClientFrame {
  const parsed = parseFrame(data, isBinary)
  if ('fault' in parsed) return { kind: 'invalid', reason: parsed.fault }
  const { frame } = parsed
  const check = checks.get(frame.type)
  const n = numberOf(frame)
  if (!check) return n === undefined ? { kind: 'ignored' } : { kind: 'numbered', n }
  const fits: boolean = check(frame)
  if (!fits) {
    const reason = `${frame.type}: ${faultOf(check)}`
    return n === undefined ? { kind: 'invalid', reason } : { kind: 'invalid', reason, n }
  }
  if (frame.type === 'link/heartbeat' || frame.type === 'link/ack') {
    return { kind: frame.type === 'link/ack' ? 'ack' : 'heartbeat', seen: Number(frame['seen']) }
  }
  return { kind: 'numbered', n: Number(frame['n']), message: frame as unknown as ClientMessage }
}

function numberOf({ n }: TypedFrame): number | undefined {
  return typeof n === 'number' && Number.isSafeInteger(n) && n > 0 ? n : undefined
}
