/** A customer's phone and an agent's desk in two browsers; the desk's road to the centre can be cut and swallowed. */
import type { BrowserContext } from 'playwright-core'
import { checkConfig } from '../../../call-centre/server/config/read-config'
import { createCallCentre } from '../../../call-centre/server/create-call-centre'
import type { PhaseChange } from '../../../call-centre/server/sessions/session'
import { CONFIG } from '../config'
import { launch, Phone, recordsOf, Seat, STATIC_ROOTS, voicePath } from '../stage'
import { digTunnel, type Tunnel } from '../tunnel'

const TIMES = { heartbeatMs: 1_000, windowMs: 20_000 }

export interface Scene {
  readonly phone: Phone
  /** The page that has the seat now. */
  seat: Seat
  readonly tunnel: Tunnel
  /** The phases of all calls, as the centre went through them. */
  readonly phases: readonly PhaseChange[]
  /** Another page of the same agent. */
  openPage(): Promise<Seat>
  records(): Promise<readonly object[]>
  close(): Promise<void>
}

export const openScene = async (): Promise<Scene> => {
  const centre = await createCallCentre(checkConfig({ ...CONFIG, ...TIMES }), { staticRoots: STATIC_ROOTS })
  const phases: PhaseChange[] = []
  centre.event$.subscribe((event) => event.type === 'call' && phases.push(event))
  const tunnel = await digTunnel(centre.port)
  const [customers, agents] = [await launch(voicePath('customer')), await launch(voicePath('seat'))]
  const pocket = await customers.newContext({ viewport: { width: 390, height: 844 } })
  const desk: BrowserContext = await agents.newContext({ viewport: { width: 1280, height: 900 } })
  const scene: Scene = {
    phone: await Phone.open(pocket, centre.url, 'en', 'channelId=direct'),
    seat: await Seat.open(desk, { ...centre, url: tunnel.url }),
    ...{ tunnel, phases },
    openPage: () => Seat.at(desk, tunnel.url),
    records: () => recordsOf(centre),
    close: async () => {
      await Promise.all([customers.close(), agents.close()])
      await centre.close({ spreadMs: 0 })
      await tunnel.close()
    },
  }
  return scene
}
