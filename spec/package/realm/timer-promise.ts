/**
 * Promise as WeChat has it on iOS 15 and older: its reactions are timers, so they come late, and after whatever else
 * was due. Only what a mini program uses.
 */
type Settle = (value?: unknown) => void
type Reaction = (value: unknown) => unknown

const isThenable = (value: unknown): value is { then(resolve: Settle, reject: Settle): void } =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

export class TimerPromise {
  private state: 'pending' | 'resolved' | 'rejected' = 'pending'
  private value: unknown
  private reactions: (() => void)[] = []

  constructor(executor: (resolve: Settle, reject: Settle) => void) {
    const reject = (reason: unknown) => {
      this.settle('rejected', reason)
    }
    const resolve = (value: unknown) => {
      if (isThenable(value)) value.then(resolve, reject)
      else this.settle('resolved', value)
    }
    try {
      executor(resolve, reject)
    } catch (error) {
      reject(error)
    }
  }

  static resolve(value?: unknown): TimerPromise {
    return new TimerPromise((resolve) => {
      resolve(value)
    })
  }

  static reject(reason: unknown): TimerPromise {
    return new TimerPromise((_, reject) => {
      reject(reason)
    })
  }

  then(resolved?: Reaction | null, rejected?: Reaction | null): TimerPromise {
    return new TimerPromise((resolve, reject) => {
      this.whenSettled(() => {
        const reaction = this.state === 'resolved' ? resolved : rejected
        try {
          if (reaction) resolve(reaction(this.value))
          else if (this.state === 'resolved') resolve(this.value)
          else reject(this.value)
        } catch (error) {
          reject(error)
        }
      })
    })
  }

  catch(rejected: Reaction): TimerPromise {
    return this.then(null, rejected)
  }

  private settle(state: 'resolved' | 'rejected', value: unknown): void {
    if (this.state !== 'pending') return
    this.state = state
    this.value = value
    for (const reaction of this.reactions.splice(0)) setTimeout(reaction, 0)
  }

  private whenSettled(reaction: () => void): void {
    if (this.state === 'pending') this.reactions.push(reaction)
    else setTimeout(reaction, 0)
  }
}
