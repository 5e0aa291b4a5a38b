/** Which modules of the mini program share a file. */
import { rollup } from 'rollup'

const isOwn = (id) => !id.includes('/node_modules/')

/**
 * `common/core.js` is what `entries` need, all of it: one chunk holds all state, so that a page that logs in and the
 * component that calls mean the same log-in. Of RxJS, what only other entries need goes to `common/rxjs.js`, and a
 * page that imports none of them never loads it. Rollup itself is asked what is needed.
 */
export const chunksFor = async (entries, plugins) => {
  const bundle = await rollup({ input: entries, plugins })
  const { output } = await bundle.generate({ format: 'cjs' })
  await bundle.close()
  const parts = output.flatMap(({ modules = {} }) => Object.entries(modules))
  const needed = new Set(parts.filter(([, { code }]) => code).map(([id]) => id))
  const isComponent = (id) => entries.some((entry) => entry.startsWith('component/') && id.endsWith(`/${entry}`))
  return (id) => {
    if (isComponent(id)) return undefined
    if (needed.has(id)) return 'core'
    return isOwn(id) ? undefined : 'rxjs'
  }
}
