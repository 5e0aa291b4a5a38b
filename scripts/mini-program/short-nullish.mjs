/**
 * TypeScript asks twice whether a value is there, `(a = b) !== null && a !== void 0`, for the sake of `document.all`, which
 * no phone has: `(a = b) != null` says the same. Our own code never writes `void 0`.
 */
export const shortNullish = {
  name: 'short-nullish',
  transform(code) {
    const there = code.replace(/ !== null && \w+(?:\.\w+)* !== void 0/g, ' != null')
    return { code: there.replace(/ === null \|\| \w+(?:\.\w+)* === void 0/g, ' == null'), map: null }
  },
}
