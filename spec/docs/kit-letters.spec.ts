import { ALPHABETS } from '../../lib/testing/alphabet'
import { tablesOf } from './markdown'

describe.each(['docs/policies/testing.md', 'docs/policies/testing.zh-CN.md'])('%s', (page) => {
  it.each(Object.entries(ALPHABETS))('lists the letters of the %s line, and no other', (name, alphabet) => {
    const table = tablesOf(page).find(([head]) => head?.[0] === `\`${name}\``) ?? []
    const letters = table.slice(1).map(([letter = '']) => letter.replace(/`/g, ''))
    expect(letters.sort()).toEqual(Object.keys(alphabet).sort())
  })
})
