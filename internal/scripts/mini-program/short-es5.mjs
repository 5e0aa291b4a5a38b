/**
 * What TypeScript says at length in ES5, in fewer words; both our own code and the helpers of es5-helpers.js allow it.
 *
 * It asks twice whether a value is there, `(a = b) !== null && a !== void 0`, for the sake of `document.all`, which no
 * phone has: `(a = b) != null` says the same, and our own code never writes `void 0`. And it copies in two steps what one
 * call copies: `__assign(__assign({}, a), b)` is `__assign({}, a, b)`, and a list that is copied to be joined to another
 * need not be copied before.
 */
const SHORTER = [
  [/ !== null && \w+(?:\.\w+)* !== void 0/g, ' != null'],
  [/ === null \|\| \w+(?:\.\w+)* === void 0/g, ' == null'],
  [/__assign\(__assign\(\{\}, ([^()]+)\), /g, '__assign({}, $1, '],
  [/__spreadArray\(__spreadArray\(\[\], ([^(),]+), true\), /g, '__spreadArray($1, '],
]

export const shortEs5 = {
  name: 'short-es5',
  transform: (code) => ({
    code: SHORTER.reduce((short, [long, shorter]) => short.replace(long, shorter), code),
    map: null,
  }),
}
