import { readFileSync } from 'node:fs'
import { wordsOfLack, type NeededSecret, type Secrets } from './needed-secrets'
import { ConfigFault } from './read-config'

/**
 * Secrets stand in no configuration: `NAME` in the environment holds one, or `NAME_FILE` names a file that does.
 * @throws {ConfigFault} when both are there, or the file cannot be read or is empty.
 */
export const secretsOf =
  (environment: Readonly<Record<string, string | undefined>>): Secrets =>
  (name) => {
    const [value, path] = [environment[name], environment[`${name}_FILE`]]
    if (value !== undefined && path !== undefined) {
      throw new ConfigFault(`${name} and ${name}_FILE are both set. Remove one.`)
    }
    if (path === undefined) return value === '' ? undefined : value
    const secret = read(name, path).trim()
    if (secret === '') throw new ConfigFault(`${path}, which ${name}_FILE names, is empty. Write the secret into it.`)
    return secret
  }

/** @throws {ConfigFault} when it is not there. */
export function need(secrets: Secrets, name: NeededSecret): string {
  const secret = secrets(name)
  if (secret === undefined) throw new ConfigFault(wordsOfLack(name))
  return secret
}

function read(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ConfigFault(`${path}, which ${name}_FILE names, cannot be read. Correct the path.`, { cause })
  }
}
