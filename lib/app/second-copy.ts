/**
 * Two copies of this package in one app, say in two subpackages, know nothing of each other's log-in and settings. The
 * app object is what they have in common.
 */
import { CATALOGUE } from '../errors/catalogue'

type WeChatApp = Record<string, unknown>

declare const getApp: ((options: { readonly allowDefault: true }) => WeChatApp | undefined) | undefined
declare const console: { warn(text: string): void }

const MARK = '__tcccWxSdk'

/** Says SECOND_COPY on the console, once: it is for developers, and no customer can do anything about it. */
export const createSecondCopyWarning = (): (() => void) => {
  const thisCopy = {}
  let isTold = false

  /** The first copy in use marks the app; before `App` has run there is none to mark. */
  const isSecondCopy = (): boolean => {
    const app = typeof getApp === 'function' ? getApp({ allowDefault: true }) : undefined
    if (app === undefined) return false
    app[MARK] ??= thisCopy
    return app[MARK] !== thisCopy
  }

  return () => {
    if (isTold || !isSecondCopy()) return
    isTold = true
    const { cause, remedy } = CATALOGUE.SECOND_COPY
    console.warn(`SECOND_COPY: ${cause} ${remedy}`)
  }
}
