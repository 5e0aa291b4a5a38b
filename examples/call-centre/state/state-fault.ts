/** The folder for the state cannot be used. The message says why, and what to do. */
export class StateFault extends Error {
  override readonly name = 'StateFault'
}
