/** A peer that is installed in bench/, or `null`: `npm ci` there brings them all. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const peer = (name) => {
  try {
    return require(name)
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return null
    throw error
  }
}
