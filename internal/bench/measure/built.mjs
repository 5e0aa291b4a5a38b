/** The package as a phone loads it: the ES5 build, which Node takes as it is. */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

export const { createCall, createLink, hangUp, startCall } = require('../../../miniprogram_dist/call/index.js')
export const { NEVER, of, Subject, map, distinctUntilChanged } = require('../../../miniprogram_dist/rxjs/index.js')
