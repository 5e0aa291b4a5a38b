/** Peers are installed by `npm ci` in internal/bench/; without it a row says which are missing. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const isInstalled = (name) => existsSync(new URL(`../node_modules/${name}/package.json`, import.meta.url))

/** The module of a peer, `path` within it; `null`: not installed. */
export const peer = (name, path = '') => (isInstalled(name) ? require(name + path) : null)

/** The same for a peer that may be written in modules of the standard. */
export const importPeer = async (name) => {
  if (!isInstalled(name)) return null
  const module = await import(name)
  return module.default ?? module
}
