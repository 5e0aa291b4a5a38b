/** SECURITY.md lists each door under what opens it, as the table that the call centre asks: in both languages. */
import { access, type Opens } from '../../call-centre/server/http/access'
import { tablesOf } from './markdown'

const doorsOf = (page: string): Readonly<Record<string, readonly string[]>> => {
  const [table = []] = tablesOf(page).filter(([, row = []]) => row[0] === '`probe`')
  const codes = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
  return Object.fromEntries(table.slice(1).map((row) => [codes(row[0])[0] ?? '', codes(row.at(-1))] as const))
}

const doors = Object.entries(access).reduce<Partial<Record<Opens, readonly string[]>>>(
  (known, [door, opens]) => ({ ...known, [opens]: [...(known[opens] ?? []), door] }),
  {},
)

it.each(['SECURITY.md', 'docs/reference/security.zh-CN.md'])('%s lists each door, and no other', (page) => {
  expect(doorsOf(page)).toEqual(doors)
})
