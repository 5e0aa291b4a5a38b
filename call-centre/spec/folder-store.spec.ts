import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { folderStore } from '../server/state/journal'
import { StateFault } from '../server/state/state-fault'
import type { Entry, Store } from '../server/state/store'

const root = mkdtempSync(join(tmpdir(), 'journal-'))
let folder = ''
let count = 0
const path = () => join(folder, 'journal.jsonl')

let stores: Store[] = []
const storeOf = (where: string): Store => {
  const store = folderStore(where)
  stores.push(store)
  return store
}

afterEach(async () => {
  for (const store of stores) await store.close()
  stores = []
})
beforeEach(() => {
  folder = join(root, String((count += 1)))
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

/** Keeps one entry in each of two commits, and ends as a process that is killed does. */
const keepTwo = async (): Promise<Store> => {
  const store = storeOf(folder)
  await store.open()
  await store.commit([['a', 'one', '1']])
  await store.commit([
    ['a', 'two', '{"deep":[2]}'],
    ['b', 'three', '3'],
  ])
  return store
}

const found = async (): Promise<readonly string[]> =>
  (await storeOf(folder).open()).map(([kind, name]: Entry) => `${kind} ${name}`)

describe('the journal of a folder', () => {
  it('whose last line was cut off anywhere leaves it out: a turn is kept whole or not', async () => {
    await keepTwo()
    const whole = readFileSync(path())
    const line = whole.lastIndexOf('\n', whole.length - 2) + 1
    for (let length = line; length < whole.length; length += 1) {
      writeFileSync(path(), whole.subarray(0, length))
      expect(await found()).toEqual(['a one'])
    }
    writeFileSync(path(), whole)
    expect(await found()).toEqual(['a one', 'a two', 'b three'])
  })

  it('whose last line has a hole, as after a power cut, leaves it out', async () => {
    await keepTwo()
    const whole = readFileSync(path())
    const line = whole.lastIndexOf('\n', whole.length - 2) + 1
    for (const end of [line + 9, whole.length - 1, whole.length]) {
      writeFileSync(path(), Buffer.from(whole).fill(0, line + 4, end))
      expect(await found()).toEqual(['a one'])
    }
    writeFileSync(path(), Buffer.concat([whole, Buffer.alloc(4_096)]))
    expect(await found()).toEqual(['a one', 'a two', 'b three'])
  })

  it('any other line with one wrong bit is a fault that names it', async () => {
    await keepTwo()
    const whole = readFileSync(path())
    const [begin, end] = [whole.indexOf('\n') + 1, whole.lastIndexOf('\n', whole.length - 2)]
    for (let at = begin; at < end; at += 1) {
      const wrong = Buffer.from(whole)
      wrong[at] = (wrong[at] ?? 0) ^ 1
      writeFileSync(path(), wrong)
      await expect(storeOf(folder).open()).rejects.toThrow(`${path()}:2 is damaged. Restore a backup`)
    }
  })

  it('of a newer version is not touched', async () => {
    mkdirSync(folder)
    writeFileSync(path(), 'tccc-call-centre journal 3\n{}\n')
    await expect(storeOf(folder).open()).rejects.toThrow('written by another version')
    expect(readFileSync(path(), 'utf8')).toContain('journal 3\n{}')
  })

  it('is written anew when it has grown, and goes on', async () => {
    const store = storeOf(folder)
    await store.open()
    for (let value = 0; value < 20; value += 1) {
      await store.commit([['a', 'long', JSON.stringify(String(value).repeat(1_000_000))]])
    }
    expect(statSync(path()).size).toBeLessThan(16_777_216)
    await store.commit([['a', 'last', 'true']])
    expect(await found()).toEqual(['a long', 'a last'])
  })

  it('that was purged has nowhere what was taken away', async () => {
    const store = await keepTwo()
    await store.commit([['a', 'two', null]])
    expect(readFileSync(path(), 'utf8')).toContain('deep')
    await store.purge()
    expect(readFileSync(path(), 'utf8')).not.toContain('deep')
  })
})

describe('a folder', () => {
  it('is its owner’s alone', async () => {
    await keepTwo()
    expect(
      [folder, ...readdirSync(folder).map((file) => join(folder, file))].map((each) => statSync(each).mode & 0o77),
    ).toEqual([0, 0, 0])
  })

  it('that everybody can write in, or a journal that leads elsewhere, is refused', async () => {
    mkdirSync(folder)
    chmodSync(folder, 0o777)
    await expect(storeOf(folder).open()).rejects.toThrow(`Say: chmod 700 ${folder}`)
    chmodSync(folder, 0o700)
    symlinkSync(join(root, 'elsewhere'), path())
    await expect(storeOf(folder).open()).rejects.toThrow(`${path()} is a symbolic link.`)
  })

  it('to which a symbolic link leads is as good as another', async () => {
    await keepTwo()
    const link = `${folder}-link`
    symlinkSync(folder, link)
    expect(await storeOf(link).open()).toHaveLength(3)
  })

  it('in which there is a file of another kind says so, and what to do', async () => {
    mkdirSync(path(), { recursive: true })
    await expect(storeOf(folder).open()).rejects.toThrow(StateFault)
    const file = join(root, 'file')
    writeFileSync(file, '')
    await expect(storeOf(file).open()).rejects.toThrow(`${file} cannot be made a folder. Give another one`)
  })

  it('belongs to one process, until that process is gone', async () => {
    await (await keepTwo()).close()
    writeFileSync(join(folder, 'lock'), String(process.ppid))
    await expect(storeOf(folder).open()).rejects.toThrow(`${folder} is in use by process ${process.ppid}.`)
    writeFileSync(join(folder, 'lock'), '4194304')
    expect(await found()).toEqual(['a one', 'a two', 'b three'])
  })

  it('that another container has taken over keeps nothing for the first one, which never says so', async () => {
    const first = await keepTwo()
    const second = storeOf(folder)
    expect(await second.open()).toHaveLength(3)
    await expect(first.commit([['a', 'late', '1']])).rejects.toThrow('was taken over by another process')
    await expect(first.commit([['a', 'later', '1']])).rejects.toThrow('was taken over by another process')
    await expect(first.purge()).rejects.toThrow('was taken over by another process')
    await first.close()
    await second.commit([['a', 'new', '1']])
    await second.close()
    expect(await found()).toEqual(['a one', 'a two', 'a new', 'b three'])
  })

  it('that is closed is not written in', async () => {
    const store = await keepTwo()
    await store.close()
    await expect(store.commit([['a', 'late', '1']])).rejects.toThrow('is not open')
    expect(await found()).toEqual(['a one', 'a two', 'b three'])
  })
})

describe('a file that may not grow, as on a full disk', () => {
  /** `ulimit -f` counts in KB; the process must not die of the signal that comes with it. */
  const program = `
    process.on('SIGXFSZ', () => undefined)
    const { folderStore } = require(process.argv[1])
    const store = folderStore(process.argv[2])
    store.open().then(async () => {
      for (let n = 1; ; n += 1) {
        await store.commit([['a', 'one', String(n)], ['b', 'one', String(n)]])
        process.stdout.write(n + ' ')
      }
    }).catch((fault) => console.error(fault.message))`

  it('refuses the commit in words; what was kept before is there, and nothing by half', async () => {
    const outfile = join(root, 'journal.cjs')
    buildSync({ entryPoints: [join(__dirname, '../server/state/journal.ts')], bundle: true, platform: 'node', outfile })
    const child = spawn('sh', ['-c', 'ulimit -f 8; exec "$0" "$@"', process.execPath, '-e', program, outfile, folder])
    let said = ''
    let words = ''
    child.stdout.on('data', (text: Buffer) => (said += text.toString()))
    child.stderr.on('data', (text: Buffer) => (words += text.toString()))
    await once(child, 'close')
    const last = said.trim().split(' ').at(-1) ?? ''
    expect(Number(last)).toBeGreaterThan(10)
    expect(words).toBe(
      `${path()} cannot be written (EFBIG). The file may not grow: raise the limit on the size of files, then start again.\n`,
    )
    expect(await storeOf(folder).open()).toEqual([
      ['a', 'one', last],
      ['b', 'one', last],
    ])
  })
})
