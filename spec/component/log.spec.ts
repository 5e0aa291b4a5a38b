/** @jest-environment jsdom */
import { configure } from '../../lib/login'
import { givePhone } from '../wx/phone'
import { makePage, openPageIn, signIn } from './page'

describe('the log of the component', () => {
  const linesOf = (prepare: () => void): readonly string[] => {
    jest.useFakeTimers()
    const lines: string[] = []
    configure({ log: ({ line }) => lines.push(line) })
    prepare()
    const page = makePage()
    page.attach()
    page.unload()
    return lines
  }

  it('begins with what the line says at once: that nobody is logged in', () => {
    expect(linesOf(() => undefined)[0]).toContain('line/gaveUp {"code":"LOGIN_REQUIRED"}')
  })

  it('begins with the opening of the line', () => {
    expect(linesOf(signIn)[0]).toContain('line/opening')
  })

  it('ends with the hang-up of a page that leaves, though it writes in batches', () => {
    jest.useFakeTimers()
    const texts: string[] = []
    configure({ log: undefined as never })
    const phone = givePhone(() => ({ getLogManager: () => ({ info: (text: string) => texts.push(text) }) }))
    openPageIn('ivr', phone).unload()
    expect(texts.join('\n')).toContain('ivr > ended intent/hangUp')
  })
})
