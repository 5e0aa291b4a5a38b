/** The commands of the clone, as package.json has them and as the pages name them. */
import { scripts } from '../../package.json'
import { read } from './markdown'

/** Parts of others, and what npm runs by itself. */
const INNER = ['prepack', 'prettier', 'clean']
const isInner = (name: string): boolean => INNER.includes(name) || /^(pre)?(test|build):/.test(name)

const commands = Object.keys(scripts).filter((name) => !isInner(name))

describe.each(['docs/contribute/commands.md', 'docs/contribute/commands.zh-CN.md'])('the commands in %s', (page) => {
  const named = [...read(page).matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name = '']) => name)

  it('name each command that a person runs, and no other', () => {
    expect(commands.filter((name) => !named.includes(name))).toEqual([])
    expect(named.filter((name) => !(name in scripts) && name !== 'ci')).toEqual([])
    expect(named).toContain('test:fast')
  })
})
