/** Exit code of a process that a signal has ended: 128 and its number. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const

/** The first signal stops as one should, with exit code 0; the second ends at once. */
export function onSignals(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(exitCodes[signal])
      stopping = true
      void stop().then(() => process.exit(0))
    })
  }
}
