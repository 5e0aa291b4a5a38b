import { setTimeout as pause } from 'node:timers/promises'

/** Resolves when it holds, or the time is over. */
export async function until(holds: () => boolean, atMostMs: number): Promise<void> {
  const last = performance.now() + atMostMs
  while (!holds() && performance.now() < last) await pause(20)
}
