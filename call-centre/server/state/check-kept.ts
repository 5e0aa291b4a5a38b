import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'
import { faultOf } from '../frames'
import schema from './kept.schema.json'
import { StateFault } from './state-fault'
import type { Entry } from './store'

const ajv = new Ajv2020({ strict: false }).addSchema(schema)

/** Kinds that are not in the schema are looked at by whoever keeps them. */
const shapes: ReadonlyMap<string, ValidateFunction> = new Map(
  Object.keys(schema.$defs).map((kind) => [kind, ajv.compile({ $ref: `kept#/$defs/${kind}` })]),
)

/**
 * Looks at everything that was kept, before anybody goes on with it; `place` names where it was.
 * @throws {StateFault} when something is not as this version keeps it.
 */
export function checkKept(entries: readonly Entry[], place: string): void {
  for (const [kind, name, json] of entries) {
    const shape = shapes.get(kind)
    if (!shape || shape(JSON.parse(json))) continue
    // A code of wx.login, or a link, is nobody's business in a log.
    throw new StateFault(
      `${place}: the ${kind} that begins with "${name.slice(0, 4)}" is not as this version keeps it (${faultOf(shape)}). ` +
        'Restore a backup, or remove the file to begin with nothing.',
    )
  }
}
