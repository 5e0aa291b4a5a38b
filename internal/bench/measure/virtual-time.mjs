/** Takes the place of the timers and of Date.now in this process: time passes when `pass` says so. */
export const installVirtualTime = (startMs = 1_780_000_000_000) => {
  let nowMs = startMs
  let lastId = 0
  const timers = new Map()
  const add =
    (repeats) =>
    (task, delayMs = 0, ...given) => {
      lastId += 1
      timers.set(lastId, {
        id: lastId,
        atMs: nowMs + delayMs,
        task: () => task(...given),
        delayMs: repeats ? delayMs : null,
      })
      return lastId
    }
  const remove = (id) => void timers.delete(id)
  const overrides = { setTimeout: add(false), setInterval: add(true), clearTimeout: remove, clearInterval: remove }
  Object.assign(globalThis, overrides)
  Date.now = () => nowMs

  const nextBefore = (endMs) =>
    [...timers.values()]
      .filter(({ atMs }) => atMs <= endMs)
      .sort((one, other) => one.atMs - other.atMs || one.id - other.id)[0]

  /** Runs what is due within the next `ms`. */
  const pass = (ms) => {
    const endMs = nowMs + ms
    for (let timer = nextBefore(endMs); timer !== undefined; timer = nextBefore(endMs)) {
      nowMs = Math.max(nowMs, timer.atMs)
      if (timer.delayMs === null) timers.delete(timer.id)
      else timer.atMs += Math.max(1, timer.delayMs)
      timer.task()
    }
    nowMs = endMs
  }
  return { pass, pending: () => timers.size }
}
