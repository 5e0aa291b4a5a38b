/** From page to page: `wx.navigateTo` and its like, and the tag `navigator`. */
import { type Callbacks, fail, succeed } from './callbacks'

interface Where {
  readonly url?: string
  readonly delta?: number
}

/** Each way throws what stands behind `fail` in WeChat's `errMsg`. */
export interface Ways {
  readonly navigateTo: (url: string) => void
  readonly redirectTo: (url: string) => void
  readonly reLaunch: (url: string) => void
  readonly switchTab: (url: string) => void
  readonly navigateBack: (delta: number) => void
}

let ways: Ways | null = null

/** The pages that are moved between. */
export const navigateWithin = (pages: Ways): void => {
  ways = pages
}

const go =
  (way: keyof Ways) =>
  (options: Where & Callbacks<{ readonly errMsg: string }> = {}): void => {
    try {
      if (way === 'navigateBack') ways?.navigateBack(options.delta ?? 1)
      else ways?.[way](options.url ?? '')
      succeed(options, { errMsg: `${way}:ok` })
    } catch (error) {
      fail(options, { errMsg: `${way}:fail ${error instanceof Error ? error.message : String(error)}` })
    }
  }

export const navigationApi = {
  navigateTo: go('navigateTo'),
  redirectTo: go('redirectTo'),
  reLaunch: go('reLaunch'),
  switchTab: go('switchTab'),
  navigateBack: go('navigateBack'),
}

const WAYS: Readonly<Record<string, keyof typeof navigationApi>> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  reLaunch: 'reLaunch',
  switchTab: 'switchTab',
  navigateBack: 'navigateBack',
}

/** What a `navigator` does when it is tapped. */
export const goTo = (openType: string, where: Where): void => {
  const way = WAYS[openType]
  if (way === undefined) return
  navigationApi[way]({ ...where, fail: ({ errMsg }) => console.warn(errMsg) })
}
