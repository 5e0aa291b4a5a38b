import { readFile, realpath } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'

/** URL prefix, with a slash at both ends, to the folder that is served there. */
export type StaticRoots = Readonly<Record<string, string>>

/** What to answer. */
export type StaticAnswer =
  | { readonly status: 200; readonly contentType: string; readonly body: Buffer }
  | { readonly status: 301; readonly location: string }

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
}

/** Finds the file of a URL path, never outside its folder. Undefined: there is none. */
export async function findStatic(roots: StaticRoots, pathname: string): Promise<StaticAnswer | undefined> {
  if (Object.hasOwn(roots, `${pathname}/`)) return { status: 301, location: `${pathname}/` }
  const prefixes = Object.keys(roots).filter((candidate) => pathname.startsWith(candidate))
  const prefix = prefixes.sort((a, b) => b.length - a.length)[0]
  const folder = roots[prefix ?? '']
  if (prefix === undefined || folder === undefined) return undefined
  try {
    const root = await realpath(folder)
    const wish = decodeURIComponent(pathname.slice(prefix.length))
    const path = await realpath(
      resolve(root, join('.', wish.endsWith('/') || wish === '' ? `${wish}index.html` : wish)),
    )
    if (!path.startsWith(root + sep)) return undefined
    const contentType = contentTypes[extname(path)] ?? 'application/octet-stream'
    return { status: 200, contentType, body: await readFile(path) }
  } catch {
    return undefined
  }
}
