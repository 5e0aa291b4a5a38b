/** The two servers that speak PROTOCOL.md: the bundled call centre, and one written from that page alone. */
import { randomUUID } from 'node:crypto'
import defaults from '../../call-centre.json'
import { checkConfig } from '../../server/config/read-config'
import { logIn } from '../../conformance/log-in'
import type { Target } from '../../conformance/visit'
import { createCallCentre } from '../../server/create-call-centre'
import type { LinkTimes } from './minimal-link'
import { serveMinimal } from './minimal-server'

export interface Running {
  /** `ws://127.0.0.1:…` */
  readonly url: string
  close(): Promise<void>
}

export const SERVERS: Readonly<Record<string, (times: LinkTimes) => Promise<Running>>> = {
  'the bundled call centre': async (times) => {
    const centre = await createCallCentre(checkConfig({ ...defaults, ...times }))
    return { url: centre.url.replace('http', 'ws'), close: () => centre.close({ spreadMs: 0 }) }
  },
  'a server written from PROTOCOL.md alone': serveMinimal,
}

export const doorOf = ({ url }: Running) => ({
  url: `${url.replace('ws', 'http')}/login`,
  sdkAppId: defaults.sdkAppId,
  limitMs: 5_000,
})

export const codeOf = (name: string): string => `${name}-${randomUUID()}`

export const targetOf = async (server: Running, limitMs = 5_000): Promise<Target> => {
  const [token, otherToken] = await Promise.all(['one', 'two'].map((name) => logIn(doorOf(server), codeOf(name))))
  if (token === undefined || otherToken === undefined) throw new Error('nobody is logged in')
  return { url: `${server.url}/signalling`, token, otherToken, channelId: 'service', limitMs }
}
