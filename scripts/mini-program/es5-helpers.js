/**
 * What TypeScript's ES5 leans on: WeChat's base library brings Object.assign, so a spread needs no helper of its own.
 * But V8 turns a `{}` into a dictionary at its twentieth field, fifty times slower to copy, and a session has as many
 * fields; what `new` has made keeps its shape for longer.
 */
function Large() {}
Large.prototype = Object.prototype

export function __assign(target, source) {
  var isLarge = source && Object.keys(source).length > 12
  return Object.assign(isLarge ? Object.assign(new Large(), target) : target, source)
}
export * from 'tslib/tslib.es6.js'
