/** The open pages, one above the other: what `wx.navigateTo` and its like do to them. */
import type { Ways } from '../wx/navigation'
import { joinPath } from './modules'
import type { OpenPage } from './run'

/** As in WeChat: more pages than that are refused. */
const AT_MOST = 10

export interface PageStack extends Ways {
  readonly pages: () => readonly OpenPage[]
}

type Query = Readonly<Record<string, string>>

export interface StackOptions {
  readonly open: (path: string, query: Query) => OpenPage
  /** The pages of app.json. */
  readonly known: readonly string[]
  /** Those of its tab bar: `switchTab` alone leads there. */
  readonly tabs: readonly string[]
  /** The page that is on top now. */
  readonly shown: (page: OpenPage) => void
}

const queryOf = (text: string): Query => Object.fromEntries(new URLSearchParams(text))

const refuseTab = (tabs: readonly string[], path: string, way: string): void => {
  if (tabs.includes(path)) throw new Error(`can not ${way} a tabbar page`)
}

/** The pages themselves, and what each way does to them. */
const createPile = ({ open, known, shown }: StackOptions) => {
  const pages: OpenPage[] = []
  const top = () => pages.at(-1)
  const close = (above: number) => {
    for (const page of pages.splice(above).reverse()) page.close()
  }
  return {
    pages,
    top,
    close,
    /** Where an address leads, seen from the page in sight. */
    target: (url: string): readonly [string, Query] => {
      const [address = '', query = ''] = url.split('?')
      const path = joinPath(top()?.path ?? '', address)
      if (!known.includes(path)) throw new Error(`page "${path}" is not found`)
      return [path, queryOf(query)]
    },
    show: (path: string, query: Query) => {
      const page = open(path, query)
      pages.push(page)
      shown(page)
      page.begin()
    },
  }
}

export const createPageStack = (options: StackOptions): PageStack => {
  const { pages, top, close, target, show } = createPile(options)
  const { tabs, shown } = options
  return {
    pages: () => [...pages],
    navigateTo: (url) => {
      const [path, query] = target(url)
      refuseTab(tabs, path, 'navigateTo')
      if (pages.length >= AT_MOST) throw new Error('webview count limit exceed')
      top()?.cover()
      show(path, query)
    },
    redirectTo: (url) => {
      const [path, query] = target(url)
      refuseTab(tabs, path, 'redirectTo')
      close(pages.length - 1)
      show(path, query)
    },
    reLaunch: (url) => {
      const [path, query] = target(url)
      close(0)
      show(path, query)
    },
    switchTab: (url) => {
      const [path] = target(url)
      if (!tabs.includes(path)) throw new Error('can not switch to no-tabBar page')
      close(0)
      show(path, {})
    },
    navigateBack: (delta) => {
      const left = Math.max(1, pages.length - delta)
      if (left === pages.length) throw new Error('cannot navigate back at first page')
      close(left)
      const page = top()
      if (page === undefined) return
      shown(page)
      page.uncover()
    },
  }
}
