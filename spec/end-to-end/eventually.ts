import { setTimeout as pause } from 'node:timers/promises'

/** Repeats an expectation until it holds; throws its last failure after `withinMs`. */
export const eventually = async (expectation: () => Promise<void>, withinMs = 5_000): Promise<void> => {
  const until = Date.now() + withinMs
  for (;;) {
    try {
      await expectation()
      return
    } catch (failure) {
      if (Date.now() > until) throw failure
      await pause(50)
    }
  }
}
