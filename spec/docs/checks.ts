/** What each kind of code block has to stand. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ImportDeclaration, type ImportSpecifier, parse } from 'acorn'
import { Ajv2020 } from 'ajv/dist/2020'
import { TmplGroup } from 'glass-easel-template-compiler'
import schema from '../../lib/link/protocol.schema.json'
import centre from '../../call-centre/package.json'
import manifest from '../../package.json'
import { PHASE_LETTERS } from '../../lib/entries/call'
import { type Block, read, root } from './markdown'

const MODULES: Readonly<Record<string, () => object>> = {
  'tccc-wx-sdk/login': () => jest.requireActual('../../lib/entries/login'),
  'tccc-wx-sdk/call': () => jest.requireActual('../../lib/entries/call'),
  'tccc-wx-sdk/readiness': () => jest.requireActual('../../lib/app/readiness/check-readiness'),
  'tccc-wx-sdk/policies': () => jest.requireActual('../../lib/entries/policies'),
  'tccc-wx-sdk/rxjs': () => jest.requireActual('../../lib/entries/rxjs'),
  'tccc-wx-sdk/tones': () => jest.requireActual('../../lib/entries/tones'),
  'tccc-wx-sdk/text': () => jest.requireActual('../../lib/entries/text'),
  'tccc-wx-sdk/rating': () => jest.requireActual('../../lib/entries/rating'),
  'tccc-wx-sdk/report': () => jest.requireActual('../../lib/entries/report'),
  'tccc-wx-sdk/waiting': () => jest.requireActual('../../lib/entries/waiting'),
  'tccc-wx-sdk/testing': () => jest.requireActual('../../lib/entries/testing'),
}

const isSpecifier = (specifier: { readonly type: string }): specifier is ImportSpecifier =>
  specifier.type === 'ImportSpecifier'

/** The names that a script imports; an import that does not exist is no error at run time in a mini program. */
const checkImport = ({ source, specifiers }: ImportDeclaration): void => {
  const name = String(source.value)
  if (name.startsWith('.')) return
  const exported = MODULES[name]?.()
  if (exported === undefined) throw new Error(`there is no ${name} in a mini program`)
  for (const { imported } of specifiers.filter(isSpecifier)) {
    expect(Object.keys(exported)).toContain('name' in imported ? imported.name : imported.value)
  }
}

export const checkScript = ({ code }: Block): void => {
  const { body } = parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
  body.filter((node) => node.type === 'ImportDeclaration').forEach(checkImport)
}

/** A frame of the protocol has to fit its schema; a component that is named has to be there. */
export const checkJson = ({ code }: Block): void => {
  const value = JSON.parse(code) as {
    readonly type?: string
    readonly usingComponents?: Readonly<Record<string, string>>
  }
  const { type, usingComponents = {} } = value
  for (const path of Object.values(usingComponents)) {
    const name = path.replace(/^tccc-wx-sdk[/]?/, '') || 'index'
    const rooms = ['component', 'devtools/inspector/panel']
    expect(rooms.some((room) => existsSync(join(root, room, `${name}.wxml`)))).toBe(true)
  }
  if (type === undefined) return
  const ajv = new Ajv2020({ strict: false }).addSchema(schema)
  const fits: unknown = ajv.validate({ $ref: `${schema.$id}#/$defs/${type.replace('/', '~1')}` }, value)
  expect({ fits, errors: ajv.errors }).toEqual({ fits: true, errors: null })
}

export const checkTemplate = ({ code }: Block): void => {
  expect(new TmplGroup().addTmpl('page', code)).toEqual([])
}

/** A variable that is set has to be one that a component reads. */
export const checkStyle = ({ code }: Block): void => {
  const sheet = ['panel', 'look', 'bar'].map((name) => read(`component/${name}.wxss`)).join('\n')
  const names = [...code.matchAll(/--call-[\w-]+/g)].map(([name]) => name)
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !sheet.includes(`var(${name},`))).toEqual([])
}

const COMMANDS: readonly RegExp[] = [
  /^npm (ci|pack|start|test)( -- [-\w= /.]+)?$/,
  new RegExp(`^npm install \\.\\./${manifest.name}/${manifest.name}-${manifest.version.replace(/\./g, '\\.')}\\.tgz$`),
  /^cd (tccc-wx-sdk|\.\.\/my-mini-program)$/,
  /^npm i -D jest ts-jest typescript @types\/jest rxjs$/,
  /^WRITE_DOCS=1 npx jest --selectProjects unit --testPathPatterns spec\/docs$/,
]

const isCommand = (command: string): boolean => {
  const [, script] = /^npm run ([\w:-]+)( -- .*)?$/.exec(command) ?? []
  const [, binary] = /^npx ([\w-]+)/.exec(command) ?? []
  if (script !== undefined) return script in manifest.scripts
  return (
    COMMANDS.some((known) => known.test(command)) ||
    (binary !== undefined &&
      (binary in { ...manifest.bin, ...centre.bin } || existsSync(join(root, 'node_modules/.bin', binary))))
  )
}

export const checkCommands = ({ code }: Block): void => {
  const commands = code.split(/\n| && /).filter((line) => line !== '' && !line.startsWith('#'))
  expect(commands.filter((command) => !isCommand(command))).toEqual([])
}

const legend = Object.entries(PHASE_LETTERS)
  .filter(([phase]) => phase !== 'idle')
  .map(([phase, letter]) => `${letter} ${phase}`)
  .join(', ')

const isSelfCheck = (text: string): boolean => {
  const [head, line, verdict] = text.split('\n')
  return (
    head === `Self-check: ${legend}` && /^ {2}D( ── [\d.]+m?s ──► [VWRTE])+$/.test(line ?? '') && verdict === 'PASS'
  )
}

/** What is drawn twice in the project has to be the same drawing. */
const isDrawnIn = (text: string, file: string): boolean => {
  const plain = (page: string) => page.replace(/^( \*)? +/gm, '').replace(/ +$/gm, '')
  return plain(read(file)).includes(plain(text))
}

export const checkText = ({ code }: Block): void => {
  const drawings = ['lib/call/phase.ts']
  expect({ code, known: isSelfCheck(code) || drawings.some((file) => isDrawnIn(code, file)) }).toEqual({
    code,
    known: true,
  })
}
