/** What a mini program consists of, and the package beside it, under the paths that WeChat would give them. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export interface Source {
  /** The path in the mini program, with `/` and without the extension. */
  readonly path: string
  readonly extension: string
  readonly file: string
  readonly text: string
}

const KINDS = new Set(['.js', '.json', '.wxml', '.wxss'])
/** The tool's files; they are no part of what runs. */
const NOT_SHIPPED = /^(node_modules|miniprogram_npm)\/|^(project(\.private)?\.config|package(-lock)?|sitemap)\.json$/

/** Reads `folder` as if it lay at `prefix`. Rejects when there is no such folder. */
export const readSources = async (folder: string, prefix: string): Promise<readonly Source[]> => {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'))
  const shipped = names.filter((name) => KINDS.has(extname(name)) && !NOT_SHIPPED.test(name)).sort()
  return Promise.all(
    shipped.map(async (name) => {
      const file = join(folder, name)
      const extension = extname(name)
      const path = `${prefix}${name.slice(0, -extension.length)}`
      return { path, extension, file, text: await readFile(file, 'utf8') }
    }),
  )
}
