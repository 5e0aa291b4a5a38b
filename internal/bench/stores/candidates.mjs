/**
 * Three ways to keep the state in a folder, each as `open(folder) → { commit(changes), close() }` and, in `kept`, what
 * was there. A change is `[key, value]`; a commit is kept whole or not at all, on the disk when its promise resolves.
 */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One line of JSON for each commit, appended; what version 0.1.0 did, with the file system's calls off the main thread. */
const openJournal = async (folder) => {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'journal.jsonl')
  const kept = new Map()
  const lines = (existsSync(path) ? readFileSync(path, 'utf8') : '').split('\n').slice(0, -1)
  for (const line of lines) for (const [key, value] of JSON.parse(line)) kept.set(key, value)
  closeSync(openSync(path, 'a'))
  const file = await openFile(path, 'a')
  return {
    kept,
    commit: async (changes) => {
      await file.appendFile(`${JSON.stringify(changes)}\n`)
      await file.datasync()
    },
    close: () => file.close(),
  }
}

const openLevel = async (folder) => {
  const { ClassicLevel } = await import('classic-level')
  mkdirSync(folder, { recursive: true })
  const db = new ClassicLevel(folder, { compression: false })
  await db.open()
  const kept = new Map()
  for await (const [key, value] of db.iterator()) kept.set(key, JSON.parse(value))
  return {
    kept,
    commit: (changes) =>
      db.batch(
        changes.map(([key, value]) => ({ type: 'put', key, value: JSON.stringify(value) })),
        { sync: true },
      ),
    close: () => db.close(),
  }
}

const openLmdb = async (folder) => {
  const { open } = await import('lmdb')
  mkdirSync(folder, { recursive: true })
  const db = open({ path: folder, encoding: 'string', compression: false })
  const kept = new Map()
  for (const { key, value } of db.getRange()) kept.set(key, JSON.parse(value))
  return {
    kept,
    commit: async (changes) => {
      await db.transaction(() => {
        for (const [key, value] of changes) db.put(key, JSON.stringify(value))
      })
      await db.flushed
    },
    close: () => db.close(),
  }
}

export const candidates = { journal: openJournal, 'classic-level': openLevel, lmdb: openLmdb }
