import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020'
import type { CentreConfig } from './centre-config'
import schema from './centre-config.schema.json'

/** A configuration that cannot be used. The message names each fault and its remedy, one a line. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}

const validate = new Ajv2020({ allErrors: true, useDefaults: true, strict: false }).compile<CentreConfig>(schema)

/**
 * Checks a configuration and fills in the defaults.
 * @throws {ConfigFault} when it does not fit.
 */
export function checkConfig(input: unknown): CentreConfig {
  const config: unknown = structuredClone(input)
  if (validate(config)) return config
  throw new ConfigFault(
    (validate.errors ?? [])
      .filter((error) => error.keyword !== 'if')
      .map(describe)
      .join('\n'),
  )
}

/**
 * Reads and checks a configuration file.
 * @throws {ConfigFault} when it is not there, is not JSON, or does not fit.
 */
export function readConfig(path: string): CentreConfig {
  return checkConfig(parse(path, read(path)))
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ConfigFault(`${path} cannot be read. Give the path of a JSON file.`, { cause })
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ConfigFault(`${path} is not JSON: ${cause instanceof Error ? cause.message : ''}`, { cause })
  }
}

function describe({ instancePath, keyword, message = '', params }: ErrorObject): string {
  const where = instancePath === '' ? 'The configuration' : instancePath.slice(1).replaceAll('/', '.')
  if (keyword === 'additionalProperties') {
    return `${where} has an unknown field "${String(params['additionalProperty'])}". Remove it or correct its name.`
  }
  if (keyword === 'required') return `${where} lacks "${String(params['missingProperty'])}". Add it.`
  if (keyword === 'enum') return `${where} must be one of: ${(params['allowedValues'] as string[]).join(', ')}.`
  return `${where} ${message}. Correct it.`
}
