import { createPageStack } from '../program/page-stack'
import type { OpenPage } from '../program/run'

const KNOWN = ['pages/home/home', 'pages/call/call', 'pages/me/me']

/** A stack that begins at home and notes what its pages live through. */
const stackAtHome = () => {
  const told: string[] = []
  const inSight: string[] = []
  const open = (path: string, query: Readonly<Record<string, string>>): OpenPage => {
    const name = path.split('/').pop() ?? ''
    const note = (what: string) => () => {
      told.push(`${name} ${what}`)
    }
    const text = new URLSearchParams(query).toString()
    return {
      path,
      instance: {},
      begin: note(text === '' ? 'begin' : `begin ${text}`),
      hide: note('hide'),
      show: note('show'),
      cover: note('cover'),
      uncover: note('uncover'),
      close: note('close'),
      data: () => null,
      select: () => null,
    }
  }
  const shown = ({ path }: OpenPage) => inSight.push(path)
  const stack = createPageStack({ open, known: KNOWN, tabs: ['pages/home/home', 'pages/me/me'], shown })
  stack.reLaunch('/pages/home/home')
  told.length = 0
  return { ...stack, told, paths: () => stack.pages().map(({ path }) => path), inSight }
}

describe('from page to page', () => {
  it('navigateTo covers a page, navigateBack shows it again', () => {
    const { navigateTo, navigateBack, told, inSight } = stackAtHome()
    navigateTo('/pages/call/call?channelId=direct')
    navigateBack(1)
    expect(told).toEqual(['home cover', 'call begin channelId=direct', 'call close', 'home uncover'])
    expect(inSight).toEqual(['pages/home/home', 'pages/call/call', 'pages/home/home'])
  })

  it('a path is seen from the page in sight', () => {
    const { navigateTo, paths } = stackAtHome()
    navigateTo('../call/call')
    expect(paths()).toEqual(['pages/home/home', 'pages/call/call'])
  })

  it('redirectTo takes the place of a page', () => {
    const { redirectTo, told, paths } = stackAtHome()
    redirectTo('/pages/call/call')
    expect([told, paths()]).toEqual([['home close', 'call begin'], ['pages/call/call']])
  })

  it('reLaunch and switchTab close all others, the upper first', () => {
    const { navigateTo, reLaunch, switchTab, told, paths } = stackAtHome()
    navigateTo('/pages/call/call')
    told.length = 0
    switchTab('/pages/me/me?query=dropped')
    expect(told).toEqual(['call close', 'home close', 'me begin'])
    reLaunch('/pages/call/call')
    expect(paths()).toEqual(['pages/call/call'])
  })

  it('navigateBack stops at the first page', () => {
    const { navigateTo, navigateBack, paths } = stackAtHome()
    navigateTo('/pages/call/call')
    navigateTo('/pages/call/call')
    navigateBack(9)
    expect(paths()).toEqual(['pages/home/home'])
  })
})

describe('what WeChat refuses', () => {
  const { navigateTo, redirectTo, switchTab, navigateBack, told } = stackAtHome()

  it.each<readonly [string, () => void]>([
    ['page "pages/home/nowhere" is not found', () => navigateTo('nowhere')],
    ['can not navigateTo a tabbar page', () => navigateTo('/pages/me/me')],
    ['can not redirectTo a tabbar page', () => redirectTo('/pages/me/me')],
    ['can not switch to no-tabBar page', () => switchTab('/pages/call/call')],
    ['cannot navigate back at first page', () => navigateBack(1)],
  ])('%s', (words, go) => {
    expect(go).toThrow(words)
    expect(told).toEqual([])
  })

  it('an eleventh page', () => {
    const stack = stackAtHome()
    for (let page = 2; page <= 10; page += 1) stack.navigateTo('/pages/call/call')
    expect(() => {
      stack.navigateTo('/pages/call/call')
    }).toThrow('webview count limit exceed')
  })
})
