import { Subject } from 'rxjs'
import type { CentreConfig } from '../server/config/centre-config'
import { createCallCentre, type CallCentre, type CallCentreOptions } from '../server/create-call-centre'
import type { CentreEvent } from '../server/observe/events'
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
  const event$ = new Subject<CentreEvent>()
  const start = async (port: number | undefined): Promise<CallCentre> => {
    const faults = { board, restart: () => void restart() }
    const centre = await createCallCentre(config, { ...options, ...(port === undefined ? {} : { port }), faults })
    centre.event$.subscribe((event) => {
      event$.next(event)
    })
    return centre
  }
  let present = start(options.port)
  let latest = await present
  const { url, port, lanUrl } = latest
  const again = async (centre: CallCentre): Promise<CallCentre> => {
    await centre.close({ spreadMs: 0 })
    return start(port)
  }
  const restart = async (): Promise<void> => {
    present = present.then(again)
    latest = await present
  }
  return {
    ...{ board, url, port, lanUrl, restart, event$ },
    drain: async (limitMs) => (await present).drain(limitMs),
    signInLink: (who) => latest.signInLink(who),
    firstAdministratorLink: () => latest.firstAdministratorLink(),
    async close(how) {
      await (await present).close(how)
    },
  }
}
