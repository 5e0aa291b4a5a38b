/**
 * RxJS also reads async iterables and web streams, with 4 kB of generators in ES5; no phone hands out either. It has a way
 * to throw errors as version 5 did, asked about at each value, which nobody here can switch on. And its makers, `of` and
 * `merge` among them, still take a scheduler as the last argument, which version 8 will not; `tccc-wx-sdk/rxjs` hands out
 * no scheduler. Its timers can be handed to a scheduler of tests, which stays at home. The mini program build answers
 * these questions of RxJS with no, and says in few words that something is no Observable, or what failed at an end.
 */
const ANSWERS = {
  'util/isAsyncIterable.js': 'export function isAsyncIterable() { return false }',
  'util/isReadableStreamLike.js': `
    export function isReadableStreamLike() { return false }
    export function readableStreamLikeToAsyncGenerator() {}`,
  'observable/from.js': `
    import { innerFrom } from './innerFrom'
    export function from(input) { return innerFrom(input) }`,
  'scheduler/intervalProvider.js': `
    export const intervalProvider = {
      setInterval: (handler, ms) => setInterval(handler, ms),
      clearInterval: (id) => clearInterval(id),
    }`,
  'scheduler/timeoutProvider.js': 'export const timeoutProvider = { setTimeout: (handler) => setTimeout(handler) }',
  'util/executeSchedule.js': 'export function executeSchedule() {}',
  'util/UnsubscriptionError.js': `
    import { createErrorClass } from './createErrorClass'
    export const UnsubscriptionError = createErrorClass((asError) => function (errors) {
      asError(this)
      this.message = errors.join()
      this.name = 'UnsubscriptionError'
      this.errors = errors
    })`,
  'util/throwUnobservableError.js': `
    export function createInvalidObservableTypeError(input) { return new TypeError(input + ' is no Observable') }`,
  'util/errorContext.js': 'export function errorContext(task) { task() }\nexport function captureError() {}',
}

export const leanRxjs = {
  name: 'lean-rxjs',
  load(id) {
    const file = Object.keys(ANSWERS).find((ending) => id.includes('/rxjs/') && id.endsWith(ending))
    return file === undefined ? null : ANSWERS[file]
  },
}
