import { constants, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open, readFile, type FileHandle } from 'node:fs/promises'
import { codeOf, StateFault } from './state-fault'

/** On the disk when it resolves. */
export async function append(file: FileHandle, text: string): Promise<void> {
  await file.appendFile(text)
  await file.datasync()
}

/** The text of a file that somebody else cannot have put there; empty when there is none. */
export async function readText(path: string): Promise<string> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
    try {
      return await readFile(file, 'utf8')
    } finally {
      await file.close()
    }
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return ''
    if (codeOf(fault) === 'ELOOP') throw new StateFault(`${path} is a symbolic link. Put the file itself there.`)
    throw fault
  }
}

/** The old file stays until the new one is whole. The answer is the new one, open at its end. */
export async function replace(folder: string, path: string, text: string, check: () => void): Promise<FileHandle> {
  const next = `${path}.next`
  rmSync(next, { force: true })
  const file = await open(next, 'ax', 0o600)
  await append(file, text)
  // Nothing comes between these two, or the file of the next owner would be replaced.
  check()
  renameSync(next, path)
  const directory = await open(folder, 'r')
  await directory.sync()
  await directory.close()
  return file
}

/** A folder that its owner alone can read. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StateFault(`${folder} cannot be made a folder. Give another one to --state.`, { cause })
  }
  if ((statSync(folder).mode & 0o002) !== 0) {
    throw new StateFault(`${folder} can be written by everybody, and it holds secrets. Say: chmod 700 ${folder}`)
  }
}
