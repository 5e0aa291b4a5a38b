/** Reads of a folder what a check looks at. */
import { readdirSync, readFileSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { extname, join } from 'node:path'
import type { Files } from './mini-program'

const KINDS = new Set(['.js', '.ts', '.json', '.wxml'])
/** Installed packages are not the user's; of a built package only that it exists counts. */
const OTHERS = /(^|\/)(node_modules|\.[^/]+)\/|(^|\/)miniprogram_npm\/(?!tccc-wx-sdk\/index\.json$)|\.d\.ts$/

/** From Node 22.13 on; before that, TypeScript is read as far as it is plain JavaScript. */
const { stripTypeScriptTypes } = nodeModule as { readonly stripTypeScriptTypes?: (code: string) => string }

const textOf = (file: string): string => {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  if (!file.endsWith('.ts') || stripTypeScriptTypes === undefined) return text
  try {
    return stripTypeScriptTypes(text)
  } catch {
    return text
  }
}

/** Throws when there is no such folder. */
export const readFolder = (folder: string): Files =>
  new Map(
    readdirSync(folder, { recursive: true })
      .map((name) => String(name).replaceAll('\\', '/'))
      .filter((name) => KINDS.has(extname(name)) && !OTHERS.test(name))
      .sort()
      .map((name) => [name, textOf(join(folder, name))]),
  )
