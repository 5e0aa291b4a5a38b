import type { CentreConfig } from '../config/centre-config'
import { createCallCentre, type CallCentre, type CallCentreOptions } from '../create-call-centre'
import type { PhaseChange } from '../sessions/session'
import { createFaultBoard, type FaultBoard } from './fault-board'

export interface FaultyCentre extends CallCentre {
  readonly board: FaultBoard
  /** Stops the whole centre and starts it again on the same port; what is not in a state folder is gone. */
  restart(): Promise<void>
}

/** A call centre on whose customers' sockets faults can be arranged. Rejects like `createCallCentre`. */
export async function createFaultyCentre(
  config: CentreConfig,
  options: Omit<CallCentreOptions, 'faults'> = {},
): Promise<FaultyCentre> {
  const board = createFaultBoard()
  const listeners = new Set<(change: PhaseChange) => void>()
  const start = async (port: number | undefined): Promise<CallCentre> => {
    const faults = { board, restart: () => void restart() }
    const centre = await createCallCentre(config, { ...options, ...(port === undefined ? {} : { port }), faults })
    centre.onSession((change) => {
      for (const listener of listeners) listener(change)
    })
    return centre
  }
  let present = start(options.port)
  const { url, port } = await present
  const again = async (centre: CallCentre): Promise<CallCentre> => {
    await centre.close({ spreadMs: 0 })
    return start(port)
  }
  const restart = async (): Promise<void> => {
    present = present.then(again)
    await present
  }
  return {
    ...{ board, url, port, restart },
    onSession(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close(how) {
      await (await present).close(how)
    },
  }
}
