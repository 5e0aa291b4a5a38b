/** Commands on a state folder that no centre uses. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from '../server/accounts/account'
import { createStaff } from '../server/accounts/staff'
import { systemClock } from '../server/sessions/clock'
import { folderStore } from '../server/state/journal'
import { openState } from '../server/state/state'
import { stateCommand } from '../server/state-commands'
import { closeAll, customerWireWith, open, tokenFor, type Address } from './wire'

const root = mkdtempSync(join(tmpdir(), 'commands-'))
let count = 0
afterEach(closeAll)
afterAll(() => {
  rmSync(root, { recursive: true })
})

const fresh = (): string => join(root, String((count += 1)))
const say = (...words: readonly string[]) => stateCommand(words[0], words.slice(1))
const password = 'correct horse'

const post = async ({ url }: Address, path: string, body: object) =>
  (await fetch(url + path, { method: 'POST', body: JSON.stringify(body) })).status

const codeIn = (words: string | undefined): string => /#([\w-]+)$/.exec(words ?? '')?.[1] ?? ''

/** The accounts that are kept in a folder, after these changes. */
const accountsIn = async (folder: string, changes: readonly Account[] = []) => {
  const { shelf, close } = await openState(folderStore(folder), () => undefined)
  const { accounts } = createStaff({ shelf, clock: systemClock() })
  for (const account of changes) accounts.put(account)
  await close()
  return accounts.all()
}

/** A folder whose administrator has a password. */
const house = async () => {
  const stateFolder = fresh()
  const centre = await open({}, { stateFolder })
  await post(centre, '/api/sign-in/link', { code: codeIn(centre.firstAdministratorLink()), password })
  return { stateFolder, centre }
}

describe('an administrator who has lost the password', () => {
  it('chooses another one by a link that the machine prints; it is good once, and the old password is not', async () => {
    const { stateFolder, centre } = await house()
    await centre.close()
    const link = await say('administrator-link', stateFolder)
    expect(link).toMatch(/within three days, as admin: \/sign-in\/#[\w-]{43}$/)
    const again = await open({}, { stateFolder })
    const choose = () => post(again, '/api/sign-in/link', { code: codeIn(link), password: 'another horse' })
    expect([await choose(), await choose()]).toEqual([200, 410])
    const signIn = (typed: string) => post(again, '/api/sign-in', { accountId: 'admin', password: typed })
    expect([await signIn(password), await signIn('another horse')]).toEqual([401, 200])
  })

  it.each(['administrator-link', 'rotate-keys'])(
    'and %s is refused while another process has the folder',
    async (command) => {
      const { stateFolder, centre } = await house()
      await centre.close()
      writeFileSync(join(stateFolder, 'lock'), `${process.ppid} of-a-centre`)
      const journal = () => readFileSync(join(stateFolder, 'journal.jsonl'), 'utf8')
      const before = journal()
      await expect(say(command, stateFolder)).rejects.toThrow(`is in use by process ${process.ppid}.`)
      expect(journal()).toBe(before)
    },
  )

  it('gets a link by name only, once dismissed', async () => {
    const { stateFolder, centre } = await house()
    await centre.close()
    const [admin] = await accountsIn(stateFolder)
    if (admin) await accountsIn(stateFolder, [{ ...admin, disabled: true }])
    await expect(say('administrator-link', stateFolder)).rejects.toThrow(
      'Administrators are: admin (disabled). Name one of them.',
    )
    const other = { accountId: 'other', name: 'Other', role: 'administrator', disabled: false } as const
    await accountsIn(stateFolder, [other])
    expect(await say('administrator-link', stateFolder)).toContain('as other: /sign-in/')
    const named = await say('administrator-link', stateFolder, 'admin')
    expect(named).toContain('as admin, who may sign in again: /sign-in/')
    expect(await accountsIn(stateFolder)).toMatchObject([{ accountId: 'admin', disabled: false }, {}])
    const { shelf, close } = await openState(folderStore(stateFolder), () => undefined)
    expect([...shelf.all('audit').values()]).toMatchObject([
      ...[{ deed: 'passwordChosen' }, { deed: 'signIn' }, { deed: 'linkMade', about: 'other' }],
      ...[
        { deed: 'accountChanged', about: 'admin, enabled' },
        { deed: 'linkMade', about: 'admin' },
      ],
    ])
    await close()
  })

  it('is told who the administrators are, and where there is no folder', async () => {
    const { stateFolder, centre } = await house()
    await centre.close()
    await expect(say('administrator-link', stateFolder, 'lin')).rejects.toThrow('Administrators are: admin.')
    await expect(say('administrator-link', fresh())).rejects.toThrow('Give the folder that --state names.')
  })
})

it('a key is changed at once, and nobody is logged out', async () => {
  const { stateFolder, centre } = await house()
  const before = await tokenFor(centre, 'ann')
  await centre.close()
  expect(await say('rotate-keys', stateFolder)).toContain('Nobody is logged out.')
  const again = await open({}, { stateFolder })
  expect(await customerWireWith(again, before).next('link/welcome')).toBeDefined()
  expect((await tokenFor(again, 'ann')).split('.')[0]).not.toBe(before.split('.')[0])
})

it('a key that is given from outside is changed there', async () => {
  const { stateFolder, centre } = await house()
  await centre.close()
  const given = (name: string) => (name === 'TCCC_TOKEN_SECRET' ? 'a'.repeat(32) : undefined)
  await expect(stateCommand('rotate-keys', [stateFolder], given)).rejects.toThrow(
    'TCCC_TOKEN_SECRET is the key. Set another one there, and start the centre.',
  )
})

it.each([['backup', 'a'], ['administrator-link'], ['rotate-keys', 'a', 'b']])(
  '%s says how it is called',
  async (...words) => {
    await expect(say(...words)).rejects.toThrow(`Say: tccc-call-centre ${words[0]} <`)
  },
)

it('what is no such command is left to others', () => {
  expect([say('conformance'), say('--port', '1'), stateCommand(undefined, []), say('toString')]).toEqual(
    Array(4).fill(undefined),
  )
})
