import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backUp, restoreBackup } from '../server/state/backup'
import { folderStore } from '../server/state/journal'

const root = mkdtempSync(join(tmpdir(), 'backup-'))
let count = 0
const fresh = (): string => join(root, String((count += 1)))
afterAll(() => {
  rmSync(root, { recursive: true })
})

const read = async (folder: string) => {
  const store = folderStore(folder)
  const entries = await store.open()
  await store.close()
  return entries
}

const backedUp = async () => {
  const [folder, file] = [fresh(), fresh()]
  const store = folderStore(folder)
  await store.open()
  await store.commit([
    ['a', 'one', '1'],
    ['a', 'two', '{"deep":[2]}'],
  ])
  return { store, folder, file, entries: await backUp(folder, file) }
}

describe('a backup', () => {
  it('of a folder in use goes into an empty folder, with all that is kept', async () => {
    const { store, file, entries } = await backedUp()
    await store.commit([['a', 'late', '1']])
    await store.close()
    const folder = fresh()
    expect([entries, await restoreBackup(file, folder)]).toEqual([2, 2])
    expect(await read(folder)).toEqual([
      ['a', 'one', '1'],
      ['a', 'two', '{"deep":[2]}'],
    ])
    expect([statSync(file).mode & 0o77, statSync(join(folder, 'journal.jsonl')).mode & 0o77]).toEqual([0, 0])
  })

  it('taken again and again under load never lacks what was acknowledged before it', async () => {
    const folder = fresh()
    const store = folderStore(folder)
    await store.open()
    await store.commit([['a', 'n', '0']])
    let [acknowledged, over] = [0, false]
    const writing = (async () => {
      for (let n = 1; !over; n += 1) {
        await store.commit([
          ['a', 'n', String(n)],
          ['b', 'n', JSON.stringify(String(n).padEnd(n % 3_000, '.'))],
        ])
        if (n % 20 === 0) await store.purge()
        acknowledged = n
      }
    })()
    for (let time = 0; time < 20; time += 1) {
      const [before, file, target] = [acknowledged, fresh(), fresh()]
      await backUp(folder, file)
      await restoreBackup(file, target)
      const found = new Map(
        (await read(target)).map(([kind, , json]) => [kind, Number.parseInt(json.replace('"', ''), 10)]),
      )
      expect(found.get('a')).toBeGreaterThanOrEqual(before)
      if (before > 0) expect(found.get('a')).toBe(found.get('b'))
    }
    over = true
    await writing
    await store.close()
  })

  it('is written over nothing, and into nothing that holds a state', async () => {
    const { store, folder, file } = await backedUp()
    await store.close()
    await expect(backUp(folder, file)).rejects.toThrow(`${file} cannot be written (EEXIST). It is there already`)
    await expect(restoreBackup(file, folder)).rejects.toThrow('is there already. Move it away')
    await expect(backUp(fresh(), fresh())).rejects.toThrow('Give the folder that --state names.')
    await expect(restoreBackup(fresh(), fresh())).rejects.toThrow('Give the file that backup has written.')
  })

  it('that was cut off anywhere, even between two lines, or has a wrong bit, is refused', async () => {
    const { store, file } = await backedUp()
    await store.close()
    const whole = readFileSync(file)
    for (let length = 0; length < whole.length - 1; length += 1) {
      writeFileSync(file, whole.subarray(0, length))
      await expect(restoreBackup(file, fresh())).rejects.toThrow('is not a whole backup')
    }
    for (let at = 30; at < whole.length; at += 7) {
      const wrong = Buffer.from(whole)
      wrong[at] = (wrong[at] ?? 0) ^ 1
      writeFileSync(file, wrong)
      await expect(restoreBackup(file, fresh())).rejects.toThrow(/is damaged|is not a whole backup/)
    }
  })
})
