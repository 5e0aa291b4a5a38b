/** The code of docs/pages/beyond-native-pages.md: the core without the component, from the tarball, bundled. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { build, transformSync } from 'esbuild'
import { rollup } from 'rollup'
import type { MediaWish } from '../../lib/entries/call'
import { Centre, ROOM } from '../component/centre'
import { blocksOf, fileOf } from '../docs/markdown'
import { Phone } from '../wx/phone'
import { add, install, pack, packCentre, run, tool } from './user-project'

jest.setTimeout(60_000)

const PAGE = 'docs/pages/beyond-native-pages.md'

let tarball = ''
beforeAll(() => {
  tarball = pack()
})

const printed = (file: string): string => {
  const block = blocksOf(PAGE).find((one) => fileOf(one) === file)
  if (block === undefined) throw new Error(`${PAGE} has no ${file}`)
  return block.code
}

it('both languages print the same code', () => {
  const codeOf = (page: string) => blocksOf(page).map(({ code }) => code)
  expect(codeOf('docs/pages/beyond-native-pages.zh-CN.md')).toEqual(codeOf(PAGE))
})

interface TagEvent {
  readonly detail: { readonly code: number; readonly message?: string }
}

/** What the bundle hands to the framework. */
interface Bound {
  logIn(jsCode: string): Promise<unknown>
  open(show: (wish: MediaWish) => void): () => void
  dial(): Promise<unknown>
  setMuted(muted: boolean): void
  end(): void
  onPusherStatus(event: TagEvent): void
  onPlayerStatus(event: TagEvent): void
}

const bundlers: Readonly<Record<string, (folder: string) => Promise<string>>> = {
  esbuild: async (folder) => {
    const outfile = join(folder, 'out/main.js')
    await build({ entryPoints: [join(folder, 'main.ts')], outfile, bundle: true, format: 'iife', target: 'es2018' })
    return readFileSync(outfile, 'utf8')
  },
  // As Vite does it: Rollup, with the types taken away by esbuild.
  rollup: async (folder) => {
    const typescript = (code: string, file: string) =>
      file.endsWith('.ts') ? transformSync(code, { loader: 'ts' }).code : null
    const plugins = [nodeResolve({ extensions: ['.ts', '.mjs', '.js'] }), { name: 'types', transform: typescript }]
    const bundle = await rollup({ input: join(folder, 'main.ts'), plugins })
    return (await bundle.generate({ format: 'iife' })).output[0].code
  },
}

/** The code of the page in a user's project, and what stands for a framework: it renders, and binds events. */
const project = (name: string): string => {
  const folder = install(tarball, name, 'spec/package/fixtures/bundler')
  for (const file of ['own-tags.ts', 'call-page.ts']) writeFileSync(join(folder, file), printed(file))
  const main = `import * as page from './call-page'
import * as tags from './own-tags'
declare const Page: (options: object) => void
Page({ ...page, ...tags })
`
  writeFileSync(join(folder, 'main.ts'), main)
  return folder
}

describe.each(Object.entries(bundlers))('bundled by %s', (name, bundle) => {
  let code = ''

  beforeAll(async () => {
    code = await bundle(project(`bundler-${name}`))
  })

  beforeEach(() => {
    jest.useFakeTimers()
  })

  const start = () => {
    const phone = new Phone()
    const pages: Bound[] = []
    const timers = { setTimeout, clearTimeout, setInterval, clearInterval, Date }
    const globals = { wx: phone.wx, Page: (options: Bound) => pages.push(options), ...timers }
    runInContext(code, createContext(globals, { codeGeneration: { strings: false, wasm: false } }))
    const [page] = pages
    if (page === undefined) throw new Error('no page was registered')
    return { phone, page, centre: new Centre(phone) }
  }

  it('binds a pusher and a player of one’s own to a whole call, and leaves nothing behind', async () => {
    const { phone, page, centre } = start()
    const shown: MediaWish[] = []
    const loggedIn = page.logIn('one-use-code')
    await jest.advanceTimersByTimeAsync(0)
    phone.request().answer(200, { token: 'token-1', userId: 'customer-1', expiresAt: Date.now() + 3_600_000 })
    await loggedIn
    const leave = page.open((wish) => shown.push(wish))
    centre.welcomes()
    const dialled = page.dial()
    await jest.advanceTimersByTimeAsync(50)
    centre.starts()
    await expect(dialled).resolves.toEqual({ sessionId: 'session-1' })
    expect(shown.at(-1)).toMatchObject({ pushUrl: ROOM.kind === 'url' ? ROOM.pushUrl : '', microphone: true })
    page.onPusherStatus({ detail: { code: 1018 } })
    page.setMuted(true)
    expect(shown.at(-1)).toMatchObject({ microphone: false })
    page.end()
    await jest.advanceTimersByTimeAsync(50)
    expect(shown.at(-1)).toMatchObject({ pushUrl: '', playUrl: '' })
    expect(phone.pusherStops).toBe(1)
    expect(centre.heard().map(({ type }) => type)).toEqual(['call/start', 'call/hangUp'])
    leave()
    expect([phone.openSockets(), phone.listeners(), jest.getTimerCount()]).toEqual([0, 0, 0])
  })

  it('has one RxJS, and no word of the component', () => {
    expect(code).not.toMatch(/\bComponent\s*\(/)
    expect(code.match(/Unsubscription:|errors occurred during unsubscription/g)).toHaveLength(1)
  })
})

describe('in a user’s project', () => {
  it('the code has the right types', () => {
    const folder = project('bundler-types')
    expect(run(folder, [tool('typescript/bin/tsc'), '-p', '.'])).toEqual({ passed: true, output: '' })
  })

  it('a server is tested from Node', () => {
    const folder = install(tarball, 'node-server', 'spec/package/fixtures/node-server')
    add(folder, packCentre(), 'tccc-call-centre')
    writeFileSync(join(folder, 'a-call.mjs'), transformSync(printed('a-call.ts'), { loader: 'ts', format: 'esm' }).code)
    const { passed, output } = run(folder, ['--test'])
    expect(output).toMatch(/pass 1/)
    expect(passed).toBe(true)
  })
})
