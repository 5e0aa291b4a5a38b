import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from './lock'
import { change, createShelf, type Change, type Shelf } from './shelf'
import { StateFault } from './state-fault'

/** What the file may hold beyond what is alive, before it is written anew. */
const slackBytes = 16_777_216

/**
 * A shelf in a folder: a journal to which each commit appends one line, on the disk before the commit returns. One
 * line is one commit, so a crash keeps all of a turn or nothing of it. At the start the journal is written anew.
 * @throws {StateFault} when the folder is in use, or its journal is damaged.
 */
export function openJournal(folder: string): Shelf {
  makeFolder(folder)
  const unlock = lockFolder(folder)
  const path = join(folder, 'journal.jsonl')
  const kept = replay(path)
  let file = rewrite(folder, path, kept)
  let written = 0
  let closed = false
  const shelf = createShelf(kept, (changes) => {
    written += append(file, changes)
    fdatasyncSync(file)
    if (written < slackBytes) return
    closeSync(file)
    file = rewrite(folder, path, kept)
    written = 0
  })
  return {
    ...shelf,
    close() {
      if (closed) return
      closed = true
      shelf.close()
      closeSync(file)
      unlock()
    },
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StateFault(`${folder} cannot be made a folder. Give another one to --state.`, { cause })
  }
}

function append(file: number, changes: readonly Change[]): number {
  const line = Buffer.from(`${JSON.stringify(changes)}\n`)
  for (let sent = 0; sent < line.length; sent += writeSync(file, line, sent));
  return line.length
}

/** A last line without its end was being written when the process died: nobody was told what it says. */
function replay(path: string): Map<string, Map<string, string>> {
  const kept = new Map<string, Map<string, string>>()
  const lines = (existsSync(path) ? readFileSync(path, 'utf8') : '').split('\n').slice(0, -1)
  lines.forEach((line, index) => {
    for (const entry of parse(line, `${path}:${index + 1}`)) change(kept, entry)
  })
  return kept
}

function parse(line: string, place: string): readonly Change[] {
  try {
    return JSON.parse(line) as readonly Change[]
  } catch (cause) {
    throw new StateFault(`${place} is damaged. Restore the file, or remove it to begin with nothing.`, { cause })
  }
}

/** The old journal stays until the new one is whole. The answer is the new one, open at its end. */
function rewrite(folder: string, path: string, kept: ReadonlyMap<string, ReadonlyMap<string, string>>): number {
  const next = `${path}.next`
  const file = openSync(next, 'w', 0o600)
  for (const [kind, entries] of kept) {
    for (const [name, text] of entries) append(file, [[kind, name, JSON.parse(text)]])
  }
  fsyncSync(file)
  renameSync(next, path)
  const directory = openSync(folder, 'r')
  fsyncSync(directory)
  closeSync(directory)
  return file
}
