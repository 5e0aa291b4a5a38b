import type { Shelf } from './shelf'

/** The way out for words that must not be said before what they say is kept. */
export interface Post {
  /** Says it, in order, after the commit of this turn. */
  send(say: () => void): void
  /** Commits and says everything now. */
  flush(): void
}

/** For a centre that keeps nothing. */
export const openPost: Post = {
  send: (say) => {
    say()
  },
  flush: () => undefined,
}

/** One commit for all that came in with one turn of the event loop: the more there is to do, the less each part costs. */
export function createPost(shelf: Shelf, atEndOfTurn: (flush: () => void) => void = setImmediate): Post {
  let waiting: (() => void)[] = []
  const flush = (): void => {
    const sayings = waiting
    waiting = []
    shelf.commit()
    for (const say of sayings) say()
  }
  return {
    flush,
    send(say) {
      if (waiting.push(say) === 1) atEndOfTurn(flush)
    },
  }
}
