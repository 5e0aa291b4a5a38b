/**
 * RxJS brings an ES5 of its own, which walks each list by an iterator inside of two `try`s, for each value. Its ES2015 is
 * taken in the place of that, and compiled as our own code is: a list is walked by its index.
 */
import ts from 'typescript'

const RXJS = /[\\/]rxjs[\\/]dist[\\/]esm[\\/]/
/** The one place where RxJS walks what may be no list: `from(new Set())`. */
const ANY_ITERABLE = /[\\/]innerFrom\.js$/

export const rxjsAsEs5 = {
  name: 'rxjs-as-es5',
  transform(code, id) {
    if (!RXJS.test(id)) return null
    const compilerOptions = {
      target: ts.ScriptTarget.ES5,
      module: ts.ModuleKind.ESNext,
      importHelpers: true,
      downlevelIteration: ANY_ITERABLE.test(id),
    }
    return { code: ts.transpileModule(code, { compilerOptions }).outputText, map: null }
  },
}
