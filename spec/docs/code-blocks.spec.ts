import { checkCommands, checkJson, checkScript, checkStyle, checkTemplate, checkText } from './checks'
import { type Block, blocks, fileOf, nameOf } from './markdown'
import { complaints, pathOf, run, writeAll } from './workshop'

writeAll()
const found = complaints()

const checkTypes = (block: Block): void => {
  expect(found.get(pathOf(block)) ?? []).toEqual([])
}

const CHECKS: Readonly<Record<string, (block: Block) => void>> = {
  ts: checkTypes,
  js: (block) => {
    checkTypes(block)
    checkScript(block)
  },
  json: checkJson,
  html: checkTemplate,
  css: checkStyle,
  sh: checkCommands,
  text: checkText,
}

describe('a code block of the pages holds', () => {
  it.each(blocks.map((block) => [nameOf(block), block] as const))('%s', (_, block) => {
    const check = CHECKS[block.language]
    if (check === undefined) throw new Error(`there is no check for a block of '${block.language}'`)
    check(block)
  })

  it('and nothing else is wrong with them together', () => {
    const files = blocks.map(pathOf)
    expect([...found.keys()].filter((file) => !files.includes(file))).toEqual([])
  })
})

describe.each(
  blocks.filter((block) => fileOf(block).endsWith('.spec.ts')).map((block) => [nameOf(block), block] as const),
)('the spec printed in %s', (_, block) => {
  run(block)
})

describe.each(blocks.filter(({ code }) => /^(Page|App)\(/m.test(code)).map((block) => [nameOf(block), block] as const))(
  '%s',
  (_, block) => {
    it('registers one page, or one app', () => {
      const register = jest.fn()
      Object.assign(globalThis, { Page: register, App: register, wx: {} })
      run(block)
      expect(register).toHaveBeenCalledTimes(1)
    })
  },
)
