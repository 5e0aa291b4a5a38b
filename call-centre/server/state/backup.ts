import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { checkKept } from './check-kept'
import { append, makeFolder, readText, replace } from './files'
import { journalName } from './journal'
import { journalOf, lineOf, readJournal } from './journal-text'
import { lockFolder } from './lock'
import { inWords, StateFault } from './state-fault'
import { createKept, type Entry } from './store'

/** The last line of a backup: how many entries are before it. */
const end = { kind: 'backup', name: 'entries' }

/**
 * Writes what is kept in a folder into a file that is not there yet, also while a centre runs: all that was acknowledged
 * before is in it. Resolves with the number of entries.
 * @throws {StateFault} when the folder holds no state or a damaged one, or the file cannot be written.
 */
export async function backUp(folder: string, file: string): Promise<number> {
  const path = join(folder, journalName)
  if (!existsSync(path)) throw new StateFault(`${path} is not there. Give the folder that --state names.`)
  const kept = readJournal(await readText(path), path)
  const { length } = kept.entries()
  const handle = await open(file, 'ax', 0o600).catch(inWords(file))
  try {
    await append(handle, journalOf(kept) + lineOf([[end.kind, end.name, String(length)]]))
  } catch (fault) {
    inWords(file)(fault)
  } finally {
    await handle.close()
  }
  return length
}

/**
 * Puts a backup into a folder that holds no state. Resolves with the number of entries.
 * @throws {StateFault} when the file is not a whole backup, or the folder holds a state or is in use.
 */
export async function restoreBackup(file: string, folder: string): Promise<number> {
  const path = join(folder, journalName)
  const entries = await readBackup(file)
  makeFolder(folder)
  const lock = lockFolder(folder)
  try {
    if (existsSync(path)) throw new StateFault(`${path} is there already. Move it away, or give an empty folder.`)
    const kept = createKept()
    kept.enter(entries)
    const handle = await replace(folder, path, journalOf(kept), () => undefined).catch(inWords(path))
    await handle.close()
  } finally {
    lock.release()
  }
  return entries.length
}

async function readBackup(file: string): Promise<readonly Entry[]> {
  if (!existsSync(file)) throw new StateFault(`${file} is not there. Give the file that backup has written.`)
  const all = readJournal(await readText(file), file).entries()
  const entries = all.filter(([kind]) => kind !== end.kind)
  const [, , count] = all.find(([kind, name]) => kind === end.kind && name === end.name) ?? []
  if (count !== String(entries.length)) throw new StateFault(`${file} is not a whole backup. Take another one.`)
  checkKept(entries, file)
  return entries
}
