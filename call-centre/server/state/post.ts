import type { Change } from './store'

/** The way out for words that must not be said before what they say is kept. */
export interface Post {
  /** Says it, in order, after the commit of this turn. */
  send(say: () => void): void
}

/** `behind`: committing, and there is more to commit. */
type Stage = 'idle' | 'due' | 'committing' | 'behind' | 'over'

interface Parts {
  /** What is to be committed now; it counts as committed. */
  readonly take: () => readonly Change[]
  /** Calls one of the two when it is known, in this very call or later. */
  readonly commit: (changes: readonly Change[], done: () => void, failed: (fault: unknown) => void) => void
  /** A commit failed. Nothing is said any more. */
  readonly lost: (fault: unknown) => void
  /** Whether what is kept is still ours to speak of. Default: until it is lost. */
  readonly isHeld?: () => boolean
  readonly atEndOfTurn?: (run: () => void) => void
}

/**
 * The post of a store: one commit for all that came in with one turn of the event loop, or while the commit before it was
 * under way. The more there is to do, the less each part costs.
 */
export class StorePost implements Post {
  private stage: Stage = 'idle'
  private waiting: (() => void)[] = []
  private finish = (): void => undefined
  private readonly finished = new Promise<void>((done) => (this.finish = done))

  constructor(private readonly parts: Parts) {}

  send(saying: () => void): void {
    this.waiting.push(saying)
    this.wake()
  }

  /** There is something to commit, whether or not anything is to be said. */
  wake(): void {
    if (this.stage === 'idle') this.become('due')
    else if (this.stage === 'committing') this.become('behind')
  }

  /** Commits and says what there is; whatever is to be said after this call is not. */
  end(): Promise<void> {
    this.send(() => {
      this.become('over')
    })
    return this.finished
  }

  /** The store is lost: nothing is said or committed from now on. */
  lose(fault: unknown): void {
    if (this.stage === 'over') return
    this.become('over')
    this.parts.lost(fault)
  }

  private become(stage: Stage): void {
    const { atEndOfTurn = setImmediate } = this.parts
    this.stage = stage
    if (stage === 'over') this.finish()
    if (stage !== 'due') return
    atEndOfTurn(() => {
      this.deliver()
    })
  }

  private deliver(): void {
    if (!this.maySpeak()) return
    const sayings = this.waiting
    this.waiting = []
    this.become('committing')
    const changes = this.parts.take()
    const done = (): void => {
      this.say(sayings)
    }
    const failed = (fault: unknown): void => {
      this.lose(fault)
    }
    if (changes.length === 0) done()
    else this.parts.commit(changes, done, failed)
  }

  private maySpeak(): boolean {
    return this.stage !== 'over' && (this.parts.isHeld?.() ?? true)
  }

  private say(sayings: readonly (() => void)[]): void {
    for (const saying of sayings) if (this.maySpeak()) saying()
    if (this.stage !== 'over') this.become(this.stage === 'behind' ? 'due' : 'idle')
  }
}
