import fastifyStatic from '@fastify/static'
import { realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { FastifyPluginCallback } from 'fastify'
import type { AccessTable } from './access'

/** URL prefix, with a slash at both ends, to the folder that is served there. */
export type StaticRoots = Readonly<Record<string, string>>

/** Who serves a folder means everybody to see it, unless `access.ts` says otherwise. */
export function servedPages(roots: StaticRoots): AccessTable {
  const rows = Object.keys(roots).flatMap((prefix) => [`GET ${prefix}*`, `GET ${prefix.slice(0, -1)}`])
  return Object.fromEntries(rows.map((row) => [row, 'everybody']))
}

/** The files of the folders, never one outside. */
export function staticPages(roots: StaticRoots): FastifyPluginCallback {
  return (app, _options, done) => {
    app.setErrorHandler((_error, _request, reply) => {
      reply.callNotFound()
    })
    for (const [prefix, root] of Object.entries(roots)) {
      app.register(fastifyStatic, {
        ...{ root, prefix, allowedPath, decorateReply: false },
        // Nothing is stored: `page-headers.ts`.
        ...{ cacheControl: false, etag: false, lastModified: false, acceptRanges: false },
      })
      if (prefix !== '/') app.get(prefix.slice(0, -1), (_request, reply) => reply.redirect(prefix, 301))
    }
    done()
  }
}

/** Links may lead anywhere; what they lead to must be inside all the same. */
function allowedPath(path: string, root?: unknown): boolean {
  try {
    const inside = realpathSync(String(root))
    return realpathSync(join(inside, path)).startsWith(inside + sep) || path === '/'
  } catch {
    return false
  }
}
