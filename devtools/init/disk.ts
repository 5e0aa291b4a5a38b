/** The folder that `init` fills. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readFolder } from '../check/read-folder'
import type { InitWorld } from './init'

export const disk: Pick<InitWorld, 'readFolderToFill' | 'createFile' | 'replaceFile'> = {
  readFolderToFill: (path) => (existsSync(path) ? readFolder(path) : new Map<string, string>()),
  createFile: (folder, file, text) => {
    const path = join(folder, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text, { flag: 'wx' })
  },
  replaceFile: (folder, file, text) => {
    writeFileSync(join(folder, file), text)
  },
}
