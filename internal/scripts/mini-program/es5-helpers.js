/**
 * What the ES5 of TypeScript, ours and that of RxJS, leans on, in the place of tslib. WeChat's base library brings
 * Object.assign, Object.setPrototypeOf and iterators to the oldest phone.
 */
export function __values(iterable) {
  return iterable[Symbol.iterator]()
}

export function __spreadArray(to, from) {
  return to.concat(Array.prototype.slice.call(from))
}

export function __rest(source, names) {
  var rest = Object.assign({}, source)
  names.forEach(function (name) {
    delete rest[name]
  })
  return rest
}

export function __extends(derived, base) {
  Object.setPrototypeOf(derived, base)
  derived.prototype = Object.create(base.prototype, { constructor: { value: derived } })
}

/**
 * V8 turns a `{}` into a dictionary at its twentieth field, fifty times slower to copy, and a session has as many; what
 * `new` has made keeps its shape for longer.
 */
function Large() {}
Large.prototype = Object.prototype

/** short-es5.mjs joins two steps into one: `more` is what the second one adds. */
export function __assign(target, source, more) {
  var isLarge = source && Object.keys(source).length > 12
  return Object.assign(isLarge ? Object.assign(new Large(), target) : target, source, more)
}

/** For what the build asks for and does not keep. */
export * from 'tslib/tslib.es6.js'
