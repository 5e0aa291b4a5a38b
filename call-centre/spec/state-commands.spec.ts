/** Commands on a state folder that no centre uses. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
