import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createStaff } from './accounts/staff'
import { passwordLink } from './accounts/way-in'
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
  readonly run: (first: string, second: string) => Promise<string>
}

const commands: Readonly<Record<string, StateCommand>> = {
  backup: { order: '<folder> <file>', run: async (from, to) => copied(await backUp(from, to), from, to) },
  restore: { order: '<file> <folder>', run: async (from, to) => copied(await restoreBackup(from, to), from, to) },
  'administrator-link': {
    order: '<folder> [<account>]',
    run: (folder, account) => atRest(folder, (state) => administratorLink(state, account)),
  },
  'rotate-keys': { order: '<folder>', run: (folder) => atRest(folder, rotateKeys) },
}

/** What a command on a state folder has to say; undefined: it is none. */
export function stateCommand(name: string | undefined, given: readonly string[]): Promise<string> | undefined {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return undefined
  const words = command.order.split(' ')
  const least = words.filter((word) => word.startsWith('<')).length
  if (given.length < least || given.length > words.length) {
    return Promise.reject(new StateFault(`Say: tccc-call-centre ${name} ${command.order}`))
  }
  const [first = '', second = ''] = given
  return command.run(first, second)
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

/** For a company whose administrators have all lost their passwords. */
function administratorLink({ shelf }: State, accountId: string): string {
  const clock = systemClock(lastMoment(shelf))
  const staff = createStaff({ shelf, clock })
  const administrators = staff.accounts.all().filter(({ role }) => role === 'administrator')
  const account = administrators.find((each) => each.accountId === accountId) ?? administrators[0]
  if (!account || (accountId !== '' && account.accountId !== accountId)) {
    const names = administrators.map((each) => each.accountId).join(', ')
    throw new StateFault(
      names === '' ? 'There is no administrator yet: the centre prints a link.' : `Administrators are: ${names}.`,
    )
  }
  staff.accounts.put({ ...account, disabled: false })
  const path = passwordLink(staff, account.accountId)
  staff.audit.note({ deed: 'linkMade', by: '', about: account.accountId })
  return `Start the centre, and open this behind its address, once, within three days, as ${account.accountId}: ${path}`
}

function rotateKeys({ shelf }: State): string {
  const clock = systemClock(lastMoment(shelf))
  createTokens({ clock, shelf, tokenLifeMs: longestTokenLifeMs }).rotate()
  return 'A new key signs the log-ins of customers. Nobody is logged out.'
}

/** A key is kept as long as any configuration lets a token live. */
const longestTokenLifeMs = 86_400_000
