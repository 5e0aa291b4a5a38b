import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { append, makeFolder, readText, replace } from './files'
import { journalOf, lineOf, readJournal } from './journal-text'
import { lockFolder, type Lock } from './lock'
import { inWords, StateFault } from './state-fault'
import { createKept, type Change, type Entry, type Kept, type Store } from './store'

/** What the file may hold beyond what is alive before it is written anew, in UTF-16 units; more when more is alive. */
const slack = 16_777_216

export const journalName = 'journal.jsonl'

/** A store in a folder of its own. */
export function folderStore(folder: string): Store {
  return new Journal(folder)
}

/** A file to which each commit appends one line. It is written anew at the start, and when it has grown. */
class Journal implements Store {
  readonly place: string
  private kept: Kept = createKept()
  private lock: Lock | undefined
  private file: FileHandle | undefined
  private alive = 0
  private appended = 0
  /** One after another; after one that failed, all fail like it. */
  private turn: Promise<void> = Promise.resolve()

  constructor(private readonly folder: string) {
    this.place = join(folder, journalName)
  }

  async open(): Promise<readonly Entry[]> {
    makeFolder(this.folder)
    this.turn = Promise.resolve()
    try {
      this.lock = lockFolder(this.folder)
      this.kept = readJournal(await readText(this.place), this.place)
      await this.writeAnew()
    } catch (fault) {
      await this.close()
      return inWords(this.place)(fault)
    }
    return this.kept.entries()
  }

  commit(changes: readonly Change[]): Promise<void> {
    return this.inTurn(async () => {
      if (!this.file) throw new StateFault(`${this.place} is not open.`)
      const line = lineOf(changes)
      await append(this.file, line)
      this.checkLock()
      this.kept.enter(changes)
      this.appended += line.length
      if (this.appended > Math.max(slack, this.alive)) await this.writeAnew()
    })
  }

  purge(): Promise<void> {
    return this.inTurn(() => this.writeAnew())
  }

  async close(): Promise<void> {
    await this.turn.catch(() => undefined)
    await this.file?.close()
    this.file = undefined
    this.lock?.release()
    this.lock = undefined
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(work).catch(inWords(this.place))
    return this.turn
  }

  private checkLock(): void {
    if (this.lock?.isOurs() === true) return
    throw new StateFault(`${this.folder} was taken over by another process, which goes on with what is kept.`)
  }

  private async writeAnew(): Promise<void> {
    const text = journalOf(this.kept)
    await this.file?.close()
    this.file = await replace(this.folder, this.place, text, () => {
      this.checkLock()
    })
    this.alive = text.length
    this.appended = 0
  }
}
