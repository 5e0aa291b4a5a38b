/** The state cannot be kept, or not be read. The message says why, and what to do. */
export class StateFault extends Error {
  override readonly name = 'StateFault'
}

const remedies: Readonly<Record<string, string>> = {
  EEXIST: 'It is there already: move it away, or give another name.',
  EISDIR: 'It is a folder: give the path of a file.',
  ENOENT: 'Its folder is not there: make it, or give another path.',
  ENOSPC: 'The disk is full: make room, then start again.',
  EDQUOT: 'The quota is used up: make room, then start again.',
  EFBIG: 'The file may not grow: raise the limit on the size of files, then start again.',
  EROFS: 'The file system can only be read: mount it for writing, or give another folder.',
  EACCES: 'The folder belongs to somebody else: make this user its owner, or give another folder.',
  EPERM: 'The folder belongs to somebody else: make this user its owner, or give another folder.',
  EIO: 'The disk fails: see the log of the system, and restore a backup on another one.',
}

/** Says in words what the file system says in a code. */
export function inWords(path: string): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof StateFault) throw cause
    const code = codeOf(cause)
    throw new StateFault(
      `${path} cannot be written (${code}). ${remedies[code] ?? 'See what holds it, then start again.'}`,
      { cause },
    )
  }
}

/** The code of a fault of Node, as `ENOENT`. */
export function codeOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : 'unknown'
}
