/** What is wrong with a mini program as a whole: its installation, its configuration, what its scripts say to `wx`. */
import type { CallExpression, Expression } from 'acorn'
import { type Finding, found } from './findings'
import { type Config, type Files, isOurs, lineOfKey, listIn, type MiniProgram, objectIn } from './mini-program'
import { callsIn, calledName, isFunction, keyOf, lineOf, readScript } from './script'

/** The guide's; `configure({ host })` names another. */
const DEFAULT_HOST = 'https://api.tccc.qcloud.com'
/** A phone refuses an IP address, whatever is configured. */
const PHONE_TAKES = /^https:\/\/(?![\d.]+(:|$))(?!localhost\b)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:\d{1,5})?$/

const LOCATION_SCOPES = ['scope.userLocation', 'scope.userLocationBackground', 'scope.userFuzzyLocation']
const LOCATION_INTERFACES = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
]

interface Call {
  readonly file: string
  readonly node: CallExpression
}

/** Of the scripts that speak to the phone's privacy guide or to this package: a `configure` of others is none of ours. */
const callsOf = ({ files, root }: MiniProgram): readonly Call[] =>
  [...files]
    .filter(([file]) => file.startsWith(root) && /\.[jt]s$/.test(file) && !file.includes('miniprogram_npm/'))
    .filter(([, text]) => /tccc-wx-sdk|onNeedPrivacyAuthorization/.test(text))
    .flatMap(([file, text]) => {
      const script = readScript(text)
      return 'tree' in script ? [...callsIn(script.tree)].map((node) => ({ file, node })) : []
    })

/** What stands for a host that is no plain text in the script. */
const SOME_HOST = 'https://{configure.host}'

const hostOf = ({ arguments: [options] }: CallExpression): string | null => {
  if (options?.type !== 'ObjectExpression') return null
  const value = options.properties
    .map((property) => (property.type === 'Property' && keyOf(property) === 'host' ? property.value : null))
    .find((each): each is Expression => each !== null)
  if (value === undefined) return null
  return value.type === 'Literal' && typeof value.value === 'string' ? value.value : SOME_HOST
}

const hostsIn = (calls: readonly Call[]): readonly (Call & { readonly host: string })[] =>
  calls.flatMap((call) => {
    const host = /(^|[.])configure$/.test(calledName(call.node)) ? hostOf(call.node) : null
    return host === null ? [] : [{ ...call, host }]
  })

const isUsable = (host: string): boolean => host === SOME_HOST || PHONE_TAKES.test(host)

const checkHosts = (calls: readonly Call[]): readonly Finding[] =>
  hostsIn(calls)
    .filter(({ host }) => !isUsable(host))
    .map(({ file, node, host }) => found('HOST_REFUSED', { file, line: lineOf(node) }, host))

const checkPrivacyListeners = (calls: readonly Call[]): readonly Finding[] => {
  const registrations = calls.filter(({ node }) => calledName(node) === 'wx.onNeedPrivacyAuthorization')
  return registrations.flatMap(({ file, node }, index) => {
    const place = { file, line: lineOf(node) }
    const [listener] = node.arguments
    const isDeaf = isFunction(listener) && (listener.params as readonly unknown[]).length === 0
    const before = registrations[index - 1]
    return [
      ...(isDeaf ? [found('PRIVACY_NEVER_ANSWERED', place)] : []),
      ...(before === undefined ? [] : [found('PRIVACY_LISTENERS', place, before.file)]),
    ]
  })
}

const checkApp = ({ app, root, files }: MiniProgram): readonly Finding[] => {
  const file = `${root}app.json`
  const at = (key: string) => ({ file, line: lineOfKey(files.get(file) ?? '', key) })
  const scopes = Object.keys(objectIn(app, 'permission')).filter((scope) => !LOCATION_SCOPES.includes(scope))
  const names = listIn(app, 'requiredPrivateInfos').map(String)
  return [
    ...scopes.map((scope) => found('PERMISSION_INVALID', at(scope), scope)),
    ...names
      .filter((name) => !LOCATION_INTERFACES.includes(name))
      .map((name) => found('PRIVATE_INFO_INVALID', at(name), name)),
    ...(app['__usePrivacyCheck__'] === false ? [found('PRIVACY_SWITCH', at('__usePrivacyCheck__'))] : []),
  ]
}

const isOlder = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major < 2 || (major === 2 && minor < 10)
}

const checkProjects = ({ projects, files }: MiniProgram, domains: string): readonly Finding[] =>
  projects.flatMap(({ file, config }) => {
    const at = (key: string) => ({ file, line: lineOfKey(files.get(file) ?? '', key) })
    const version = config['libVersion']
    const isOld = typeof version === 'string' && /^\d+\.\d+/.test(version) && isOlder(version)
    const unchecked = objectIn(config, 'setting')['urlCheck'] === false
    return [
      ...(isOld ? [found('BASE_LIBRARY_OLD', at('libVersion'), version)] : []),
      ...(unchecked ? [found('DOMAINS_UNCHECKED', at('urlCheck'), domains)] : []),
    ]
  })

interface Manifest {
  readonly file: string
  readonly dependencies: Config
  readonly devDependencies: Config
}

const manifestsIn = (files: Files): readonly Manifest[] =>
  [...files]
    .filter(([file]) => /(^|\/)package\.json$/.test(file))
    .flatMap(([file, text]) => {
      try {
        const read = JSON.parse(text) as Config
        const dependencies = objectIn(read, 'dependencies')
        return [{ file, dependencies, devDependencies: objectIn(read, 'devDependencies') }]
      } catch {
        return []
      }
    })

const NAME = 'tccc-wx-sdk'
const COPY = /^(.*?)(?:\/?miniprogram_npm)\/tccc-wx-sdk\/index\.json$/

const folderOf = (file: string): string => (file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '')

/** Where a copy is, or will be after 构建 npm. */
const copiesIn = ({ files, root }: MiniProgram, manifests: readonly Manifest[]): readonly string[] => {
  const built = [...files.keys()].flatMap((file) => COPY.exec(file)?.[1] ?? [])
  const listed = manifests.filter(({ dependencies }) => NAME in dependencies).map(({ file }) => folderOf(file))
  // The manifest beside project.config.json is built into the root of the mini program.
  const main = root.replace(/\/$/, '')
  return [...new Set([...built, ...listed.map((folder) => (folder === '' ? main : folder))])]
}

const checkInstallation = (program: MiniProgram): readonly Finding[] => {
  const manifests = manifestsIn(program.files)
  const user = program.parts.find(({ uses }) => [...uses.values()].some(isOurs))
  const copies = copiesIn(program, manifests)
  const [first = '', second] = copies
  if (second !== undefined) {
    const file = `${second === '' ? first : second}/package.json`
    return [found('TWO_COPIES', { file, line: 1 }, copies.map((copy) => copy || './').join(', '))]
  }
  if (user === undefined || copies.length > 0) return []
  const unpacked = manifests.find(({ devDependencies }) => NAME in devDependencies)
  if (unpacked !== undefined) {
    const line = lineOfKey(program.files.get(unpacked.file) ?? '', NAME)
    return [found('NOT_PACKED', { file: unpacked.file, line })]
  }
  const file = `${user.path}.json`
  return [found('NOT_INSTALLED', { file, line: lineOfKey(program.files.get(file) ?? '', NAME) })]
}

/** What has to stand under 服务器域名; no file says whether it does. */
export interface Domains {
  readonly request: readonly string[]
  readonly socket: readonly string[]
}

const domainsOf = (calls: readonly Call[]): Domains => {
  const named = [...new Set(hostsIn(calls).map(({ host }) => host))].filter(isUsable)
  const request = named.length > 0 ? named : [DEFAULT_HOST]
  return { request, socket: request.map((host) => host.replace(/^https/, 'wss')) }
}

export const checkSettings = (program: MiniProgram): readonly [readonly Finding[], Domains] => {
  const calls = callsOf(program)
  const domains = domainsOf(calls)
  const named = [...domains.request, ...domains.socket].join(', ')
  return [
    [
      ...checkInstallation(program),
      ...checkProjects(program, named),
      ...checkApp(program),
      ...checkHosts(calls),
      ...checkPrivacyListeners(calls),
    ],
    domains,
  ]
}
