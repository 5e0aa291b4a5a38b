/** Since when a member of `wx` exists, as WeChat's own typings have it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const TYPINGS = join(__dirname, '../../node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts')

/** A member's comment begins with its name in a link, followed by its base library. */
const MEMBER = /\/\*\* \[[^\]]*?\bwx\.(\w+)\(.*\]\(.*\)\n *\*\n *\* 需要基础库： `([\d.]+)`/g

const sinceOf = (): ReadonlyMap<string, string> => {
  const typings = readFileSync(TYPINGS, 'utf8')
  return new Map(Array.from(typings.matchAll(MEMBER), ([, name = '', version = '']) => [name, version]))
}

const since = sinceOf()

const isNewer = (version: string, than: string): boolean => {
  const [left, right] = [version, than].map((text) => text.split('.').map(Number)) as [number[], number[]]
  const index = left.findIndex((part, at) => part !== right[at])
  return index >= 0 && (left[index] ?? 0) > (right[index] ?? 0)
}

/** The members of a `wx` that a phone with this base library does not have. */
export const missingIn = (baseLibrary: string, members: readonly string[]): readonly string[] =>
  members.filter((member) => isNewer(since.get(member) ?? '0', baseLibrary))
