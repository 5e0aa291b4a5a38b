/**
 * RxJS also reads async iterables and web streams, with 4 kB of generators in ES5. No phone hands out either: the mini
 * program build answers RxJS's own question, "is this one?", with no.
 */
const ANSWERS = {
  'util/isAsyncIterable.js': 'export function isAsyncIterable() { return false }',
  'util/isReadableStreamLike.js': `
    export function isReadableStreamLike() { return false }
    export function readableStreamLikeToAsyncGenerator() {}`,
}

export const withoutStreams = {
  name: 'without-streams',
  load(id) {
    const file = Object.keys(ANSWERS).find((ending) => id.includes('/rxjs/') && id.endsWith(ending))
    return file === undefined ? null : ANSWERS[file]
  },
}
