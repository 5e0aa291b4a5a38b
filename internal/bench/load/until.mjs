export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Comes back when `holds()` does; throws after a minute. */
export const until = async (what, holds) => {
  for (let waited = 0; !holds(); waited += 50) {
    if (waited > 60_000) throw new Error(`${what} took more than a minute`)
    await pause(50)
  }
}
