import type { Post } from '../server/state/post'

/** The post of a store that keeps everything in the very moment. */
export const postAtOnce: Post = {
  send(say) {
    say()
  },
}
