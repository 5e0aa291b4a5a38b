import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './accounts/account'
import { createStaff } from './accounts/staff'
import { passwordLink } from './accounts/way-in'
import { longestTokenLifeMs } from './config/centre-config'
import type { Secrets } from './config/needed-secrets'
import { secretsOf } from './config/read-secret'
import { createTokens } from './login/tokens'
import { systemClock } from './sessions/clock'
import { lastMoment } from './sessions/restore'
import { backUp, restoreBackup } from './state/backup'
import { folderStore, journalName } from './state/journal'
import { openState, type State } from './state/state'
import { StateFault } from './state/state-fault'

interface StateCommand {
  /** What stands behind its name; what is in brackets may be left out. */
  readonly order: string
  readonly run: (first: string, second: string, secrets: Secrets) => Promise<string>
}

const commands: Readonly<Record<string, StateCommand>> = {
  backup: { order: '<folder> <file>', run: async (from, to) => copied(await backUp(from, to), from, to) },
  restore: { order: '<file> <folder>', run: async (from, to) => copied(await restoreBackup(from, to), from, to) },
  'administrator-link': {
    order: '<folder> [<account>]',
    run: (folder, account) => atRest(folder, (state) => administratorLink(state, account)),
  },
  'rotate-keys': {
    order: '<folder>',
    run: (folder, _, secrets) => atRest(folder, (state) => rotateKeys(state, secrets)),
  },
}

/** What a command on a state folder has to say; undefined: it is none. */
export function stateCommand(
  name: string | undefined,
  given: readonly string[],
  secrets: Secrets = secretsOf(process.env),
): Promise<string> | undefined {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return undefined
  const words = command.order.split(' ')
  const least = words.filter((word) => word.startsWith('<')).length
  if (given.length < least || given.length > words.length) {
    return Promise.reject(new StateFault(`Say: tccc-call-centre ${name} ${command.order}`))
  }
  const [first = '', second = ''] = given
  return command.run(first, second, secrets)
}

const copied = (count: number, from: string, to: string): string => `${count} entries of ${from} are in ${to}.`

/** Does it to a folder that no centre uses, and leaves it to the next one. */
function atRest(folder: string, act: (state: State) => string): Promise<string> {
  const path = join(folder, journalName)
  if (!existsSync(path)) {
    return Promise.reject(new StateFault(`${path} is not there. Give the folder that --state names.`))
  }
  return new Promise((said, failed) => {
    void openState(folderStore(folder), failed)
      .then(async (state) => {
        const word = await whole(state, act)
        // Nothing is said that is not kept.
        said(word)
      })
      .catch(failed)
  })
}

async function whole(state: State, act: (state: State) => string): Promise<string> {
  try {
    return act(state)
  } finally {
    await state.close()
  }
}

/** For a company whose administrators have all lost their passwords. Who was dismissed is let in by name only. */
function administratorLink({ shelf }: State, accountId: string): string {
  const clock = systemClock(lastMoment(shelf))
  const staff = createStaff({ shelf, clock })
  const administrators = staff.accounts.all().filter(({ role }) => role === 'administrator')
  const account = administrators.find((each) => (accountId === '' ? !each.disabled : each.accountId === accountId))
  if (!account) throw new StateFault(whoCould(administrators))
  staff.accounts.put({ ...account, disabled: false })
  if (account.disabled) staff.audit.note({ deed: 'accountChanged', by: '', about: `${account.accountId}, enabled` })
  const path = passwordLink(staff, account.accountId)
  staff.audit.note({ deed: 'linkMade', by: '', about: account.accountId })
  const who = account.disabled ? `${account.accountId}, who may sign in again` : account.accountId
  return `Start the centre, and open this behind its address, once, within three days, as ${who}: ${path}`
}

function whoCould(administrators: readonly Account[]): string {
  if (administrators.length === 0) return 'There is no administrator yet: the centre prints a link.'
  const names = administrators.map(({ accountId, disabled }) => `${accountId}${disabled ? ' (disabled)' : ''}`)
  return `Administrators are: ${names.join(', ')}. Name one of them.`
}

function rotateKeys({ shelf }: State, secrets: Secrets): string {
  const clock = systemClock(lastMoment(shelf))
  // A key is kept as long as any configuration lets a token live.
  const tokens = createTokens({ clock, shelf, secrets, tokenLifeMs: longestTokenLifeMs })
  if (tokens.rotate()) return 'A new key signs the log-ins of customers. Nobody is logged out.'
  throw new StateFault('TCCC_TOKEN_SECRET is the key. Set another one there, and start the centre.')
}
