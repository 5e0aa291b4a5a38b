/** The listeners that a mini program has added at `wx`, by the name of the event. */
type Listener<Event> = (event: Event) => void

export interface Listeners<Event> {
  readonly on: (listener: Listener<Event>) => void
  /** Without a listener all are taken away, as in WeChat. */
  readonly off: (listener?: Listener<Event>) => void
  readonly emit: (event: Event) => void
}

const all: Set<unknown>[] = []

export const createListeners = <Event>(): Listeners<Event> => {
  const listeners = new Set<Listener<Event>>()
  all.push(listeners)
  return {
    on: (listener) => {
      listeners.add(listener)
    },
    off: (listener) => {
      if (listener) listeners.delete(listener)
      else listeners.clear()
    },
    emit: (event) => {
      for (const listener of [...listeners]) listener(event)
    },
  }
}

export const countListeners = (): number => all.reduce((sum, { size }) => sum + size, 0)
