import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StateFault } from './state-fault'

/**
 * One process writes in a folder. The answer opens it to others. A process that was killed leaves no lock behind, nor
 * does one that had our own number: that was before the machine, or its container, began anew.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock')
  const owner = ownerOf(path)
  if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
    throw new StateFault(`${folder} is in use by process ${owner}. Stop it, or remove ${path} when it is no centre.`)
  }
  writeFileSync(path, String(process.pid), { mode: 0o600 })
  return () => {
    rmSync(path, { force: true })
  }
}

function ownerOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
