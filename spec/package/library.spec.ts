import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import manifest from '../../package.json'

const root = join(__dirname, '../..')
// A user's project with the package installed.
const consumer = join(root, '.build/consumer')

const usage = `
import { map, type Observable } from 'rxjs'
import { login } from 'tccc-wx-sdk/login'
import { createCall } from 'tccc-wx-sdk/call'
import { ringLimit } from 'tccc-wx-sdk/policies'
import { map as bundledMap } from 'tccc-wx-sdk/rxjs'
import { callMarbles } from 'tccc-wx-sdk/testing'
import * as everything from 'tccc-wx-sdk'

type Call = ReturnType<typeof createCall>
export const phase$ = (call: Call): Observable<string> => call.session$.pipe(map(({ phase }) => phase))
export const same$ = (call: Call): Observable<string> => call.session$.pipe(bundledMap(({ phase }) => phase))
export const used = [login, ringLimit, callMarbles, everything]
`
const misuse = `import { login } from 'tccc-wx-sdk/login'\nexport const wrong: string = login\n`

const { Node10, Node16, Bundler } = ts.ModuleResolutionKind
const { CommonJS, ESNext, Node16: Node16Module } = ts.ModuleKind

/** The compiler's complaints about what a user writes in files that end so. */
const complaints = (ending: string, options: ts.CompilerOptions): string[] => {
  const files = [join(consumer, `use${ending}`), join(consumer, `misuse${ending}`)] as const
  writeFileSync(files[0], usage)
  writeFileSync(files[1], misuse)
  // RxJS's own types name setTimeout, so a project has the DOM's types, or Node's, or WeChat's.
  const lib = ['lib.es2020.d.ts', 'lib.dom.d.ts']
  const strict = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2020, lib, types: [] }
  const program = ts.createProgram(files, { ...strict, ...options })
  return ts.getPreEmitDiagnostics(program).map(({ code, messageText, file }) => {
    return `${file?.fileName ?? ''} ${String(code)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
}

const node = (...args: string[]) => execFileSync('node', args, { cwd: consumer, encoding: 'utf8' }).trim()

describe('the package in a project with RxJS', () => {
  beforeAll(() => {
    rmSync(consumer, { recursive: true, force: true })
    mkdirSync(join(consumer, 'node_modules'), { recursive: true })
    symlinkSync(root, join(consumer, 'node_modules/tccc-wx-sdk'), 'junction')
  })

  it.each([
    ['an ES module in Node', '.mts', { module: Node16Module, moduleResolution: Node16 }],
    ['a CommonJS module in Node', '.cts', { module: Node16Module, moduleResolution: Node16 }],
    ['a bundler', '.ts', { module: ESNext, moduleResolution: Bundler }],
    ['the old way of the mini program template', '.ts', { module: CommonJS, moduleResolution: Node10 }],
  ])('gives its types to %s', (_, ending, options) => {
    expect(complaints(ending, options)).toEqual([expect.stringMatching(/misuse\.[cm]?ts 2322: /)])
  })

  const entries = Object.entries(manifest.exports)
    .filter(([, conditions]) => typeof conditions === 'object')
    .map(([path]) => `tccc-wx-sdk${path.slice(1)}`)

  it.each(entries)('%s is the same to import and to require', (entry) => {
    const imported = node(
      '--input-type=module',
      '-e',
      `console.log(Object.keys(await import('${entry}')).sort().join())`,
    )
    expect(node('-e', `console.log(Object.keys(require('${entry}')).sort().join())`)).toBe(imported)
    expect(imported).not.toBe('')
  })

  it('shares the RxJS of the project', () => {
    expect(node('-e', `console.log(require('tccc-wx-sdk/rxjs').map === require('rxjs').map)`)).toBe('true')
  })

  it('needs no types but its own and those of RxJS', () => {
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    const declarations = files.filter((file) => /\.d\.[cm]ts$/.test(file))
    const texts = declarations.map((file) => readFileSync(join(root, 'dist', file), 'utf8'))
    const needed = texts.flatMap((text) => [...text.matchAll(/(?:from|import|import\(|types=) ?['"]([^'"]+)['"]/g)])
    const others = needed.map(([, name = '']) => name).filter((name) => !name.startsWith('.'))
    expect(declarations).not.toEqual([])
    expect(new Set(others)).toEqual(new Set(['rxjs']))
  })

  it('asks WeChat to pack nothing beside itself', () => {
    expect(manifest).not.toHaveProperty('dependencies')
    expect(manifest.miniprogram).toBe('miniprogram_dist')
  })
})
