import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, StateFault } from './state-fault'

/** One process writes in a folder. */
export interface Lock {
  /** Nobody has taken the folder since. What was written before is in it for whoever took it after this answer. */
  isOurs(): boolean
  /** Opens the folder to others. */
  release(): void
}

/**
 * Takes a folder, unless a process of this machine that lives has it. A process that was killed has it no more, nor one
 * that had our own number: that was before the machine, or its container, began anew. Or it is in another container, where
 * our number is another process: then it finds out by {@link Lock.isOurs} before it says anything.
 */
export function lockFolder(folder: string): Lock {
  const path = join(folder, 'lock')
  const owner = Number(read(path).split(' ')[0])
  if (owner > 0 && owner !== process.pid && isAlive(owner)) {
    throw new StateFault(`${folder} is in use by process ${owner}. Stop it, or remove ${path} when it is no centre.`)
  }
  const own = `${process.pid} ${randomBytes(12).toString('base64url')}`
  const isOurs = (): boolean => read(path) === own
  const next = `${path}.${own.split(' ')[1] ?? ''}`
  writeFileSync(next, own, { mode: 0o600, flag: 'wx' })
  renameSync(next, path)
  return {
    isOurs,
    release() {
      if (isOurs()) rmSync(path, { force: true })
    },
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    // Somebody else's process lives, too.
    return codeOf(fault) === 'EPERM'
  }
}
