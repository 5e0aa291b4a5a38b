import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import type { ClientMessage } from 'tccc-wx-sdk/call'
import schema from 'tccc-wx-sdk/signalling/protocol.schema.json'
import type { RawData } from 'ws'
import { faultOf, numberOf, parseFrame, type TypedFrame } from '../frames'
import { limits } from '../limits'

/** What a client's frame comes to. */
export type ClientFrame<Message> =
  | { readonly kind: 'heartbeat' | 'ack'; readonly seen: number }
  /** Without `message`: a type that this server does not know. */
  | { readonly kind: 'numbered'; readonly n: number; readonly message?: Message }
  /** With `n`: the number is valid, the body is not. */
  | { readonly kind: 'invalid'; readonly reason: string; readonly n?: number | undefined }
  | { readonly kind: 'ignored' }

export type FrameReader<Message> = (data: RawData, isBinary: boolean) => ClientFrame<Message>

/** Definitions of messages by their types. */
interface Definitions {
  readonly $id: string
  readonly $defs: object
}

const ajv = new Ajv2020({ strict: false }).addSchema(schema)

const checksOf = ({ $id }: Definitions, types: readonly string[]): readonly [string, ValidateFunction][] =>
  types.map((type) => [type, ajv.compile({ $ref: `${$id}#/$defs/${type.replace('/', '~1')}` })])

const linkChecks = checksOf(schema, ['link/heartbeat', 'link/ack'])

/** Of fields, the most bytes of UTF-8: a schema counts characters. */
type Bytes = Readonly<Record<string, number>>

function longFieldOf(frame: TypedFrame, bytes: Bytes): string | undefined {
  const isLong = ([name, most]: readonly [string, number]): boolean => {
    const field = frame[name]
    return typeof field === 'string' && Buffer.byteLength(field) > most
  }
  const [name, most] = Object.entries(bytes).find(isLong) ?? []
  return name === undefined ? undefined : `${name} has at most ${most} bytes`
}

/** Reads the frames of a link: those of the link itself, and messages as they are defined. */
export function frameReader<Message>(
  definitions: Definitions,
  types: readonly string[],
  bytes: Bytes = {},
): FrameReader<Message> {
  if (!ajv.getSchema(definitions.$id)) ajv.addSchema(definitions)
  const checks = new Map([...linkChecks, ...checksOf(definitions, types)])
  return (data, isBinary) => {
    const parsed = parseFrame(data, isBinary)
    if ('fault' in parsed) return { kind: 'invalid', reason: parsed.fault, n: parsed.n }
    const { frame } = parsed
    const check = checks.get(frame.type)
    const n = numberOf(frame)
    if (!check) return n === undefined ? { kind: 'ignored' } : { kind: 'numbered', n }
    const fits: boolean = check(frame)
    const fault = fits ? longFieldOf(frame, bytes) : faultOf(check)
    if (fault !== undefined) return { kind: 'invalid', reason: `${frame.type}: ${fault}`, n }
    if (frame.type === 'link/heartbeat' || frame.type === 'link/ack') {
      return { kind: frame.type === 'link/ack' ? 'ack' : 'heartbeat', seen: Number(frame['seen']) }
    }
    return { kind: 'numbered', n: Number(frame['n']), message: frame as unknown as Message }
  }
}

/** What a customer says. */
export const readClientFrame = frameReader<ClientMessage>(
  schema,
  schema.$defs.ClientMessage.oneOf.map(({ $ref }) => $ref.replace('#/$defs/', '').replace('~1', '/')),
  { context: limits.asideBytes, body: limits.asideBytes },
)
