import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020'
import type { CentreConfig } from './centre-config'
import { wrongCompanyPage } from './company-page'
import schema from './centre-config.schema.json'
import { lackingSecrets, type Secrets } from './needed-secrets'
import { locate, syntaxFault } from './positions'
import { unknownGroups } from './unknown-groups'

/** A configuration that cannot be used. The message names each fault and its remedy, one a line. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}

/** What is wrong, and where: the names and indices that lead there. */
interface Wrong {
  readonly path: readonly string[]
  readonly message: string
}

const noTurnMessage: Wrong = {
  path: ['waiting'],
  message: 'waiting needs messages.turn, by which customers are called. Add it.',
}
const noWeChat: Wrong = {
  path: ['messages'],
  message: 'messages needs wechat, the mini program that sends them. Add it.',
}

const validate = new Ajv2020({ allErrors: true, useDefaults: true, strict: false }).compile<CentreConfig>(schema)

/**
 * Checks a configuration and fills in the defaults.
 * @throws {ConfigFault} when it does not fit.
 */
export function checkConfig(input: unknown): CentreConfig {
  return check(input, ({ message }) => message)
}

/**
 * Reads and checks a configuration file.
 * @param secrets What the configuration asks for has to be among them. Default: nobody looks.
 * @throws {ConfigFault} when it is not there, is not JSON, or does not fit; each line begins with `file:line:column`.
 */
export function readConfig(path: string, secrets?: Secrets): CentreConfig {
  const text = read(path)
  const at = (position: string, message: string) => `${path}:${position}: ${message}`
  const fault = syntaxFault(text)
  if (fault) throw new ConfigFault(at(fault.position, `This is not JSON: ${fault.what}. Correct it.`))
  return check(JSON.parse(text), (wrong) => at(locate(text, wrong.path), wrong.message), secrets)
}

function check(input: unknown, describe: (wrong: Wrong) => string, secrets?: Secrets): CentreConfig {
  const config: unknown = structuredClone(input)
  const wrongs = validate(config)
    ? [
        ...wrongAddress(config),
        ...wrongTls(config),
        ...wrongCompanyPage(config),
        ...(config.waiting && !config.messages?.turn ? [noTurnMessage] : []),
        ...(config.messages && !config.wechat ? [noWeChat] : []),
        ...unknownGroups(config),
        ...(secrets ? lackingSecrets(config, secrets) : []),
      ]
    : (validate.errors ?? []).filter(isOwn).map(toWrong)
  if (wrongs.length > 0) throw new ConfigFault(wrongs.map(describe).join('\n'))
  return config as CentreConfig
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ConfigFault(`${path} cannot be read. Give the path of a JSON file.`, { cause })
  }
}

/** An `if` only says that its branch has failed. */
const isOwn = ({ keyword }: ErrorObject): boolean => keyword !== 'if'

function wrongAddress({ cdrPushUrl }: CentreConfig): readonly Wrong[] {
  if (cdrPushUrl === undefined) return []
  const path = ['cdrPushUrl']
  if (!URL.canParse(cdrPushUrl)) return [{ path, message: 'cdrPushUrl is not an address. Correct it.' }]
  const { username, password } = new URL(cdrPushUrl)
  if (username + password === '') return []
  const message = 'cdrPushUrl holds a user name or a password, which would not be sent. Put a key into its query.'
  return [{ path, message }]
}

/** Of nginx's rtmp module, which knows no TLS. */
function wrongTls({ tls, media }: CentreConfig): readonly Wrong[] {
  if (tls === undefined || media.plane !== 'rtmp') return []
  const message =
    'media.plane is rtmp: nginx asks over plain HTTP, which a centre with tls does not answer. Remove tls, and put a proxy before the centre.'
  return [{ path: ['tls'], message }]
}

function toWrong({ instancePath, keyword, message = '', params }: ErrorObject): Wrong {
  const path = instancePath.split('/').slice(1).map(unescape)
  const where = path.length === 0 ? 'The configuration' : path.join('.')
  if (keyword === 'additionalProperties') {
    const field = String(params['additionalProperty'])
    const unknown = `${where} has an unknown field "${field}". Remove it or correct its name.`
    return { path: [...path, field], message: unknown }
  }
  if (keyword === 'required') return { path, message: `${where} lacks "${String(params['missingProperty'])}". Add it.` }
  if (keyword === 'enum') {
    return { path, message: `${where} must be one of: ${(params['allowedValues'] as string[]).join(', ')}.` }
  }
  return { path, message: `${where} ${message}. Correct it.` }
}

/** RFC 6901. */
const unescape = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')
