/** A process with one node, which tells its role and makes sign-in links for whoever has started it. */
import { readConfig } from '../../call-centre/server/config/read-config'
import { createNode } from '../../call-centre/server/cluster/node'
import type { OpenCentre } from '../../call-centre/server/create-call-centre'
import type { Secrets } from '../../call-centre/server/config/needed-secrets'
import type { NewStaff } from '../../call-centre/server/accounts/way-in'
import { weChatSecret } from './phones'

const timeOfDay = Date.now

/** As somebody who sets the clock of the machine. */
function setClock(stepMs: number): void {
  Date.now = () => timeOfDay() + stepMs
}

/** Tencent's server for rooms: it hears who asks for what, and does it. */
function standInForTencent(): void {
  const { fetch } = globalThis
  globalThis.fetch = async (address, options) => {
    const isTencent = typeof address === 'string' && address.includes('tencentcloudapi')
    if (!isTencent || typeof options?.body !== 'string') return fetch(address, options)
    const { RoomId: room } = JSON.parse(options.body) as { readonly RoomId: string }
    process.send?.({ room })
    return Response.json({ Response: {} })
  }
}

const secrets: Secrets = (name) => {
  if (name === 'TCCC_WECHAT_SECRET') return weChatSecret
  return name.startsWith('TCCC_T') ? 'a secret of this test, and long enough' : undefined
}

export async function runNodeProcess([config = '', port = '', redisUrl = '']: readonly string[]): Promise<void> {
  const address = `http://127.0.0.1:${port}`
  const log = (line: string): void => {
    console.error(`  node ${port}: ${line}`)
  }
  standInForTencent()
  const options = { port: Number(port), address, redisUrl, nodeKey: 'the key of all nodes', secrets, log }
  const node = await createNode(readConfig(config, secrets), options)
  let leading: OpenCentre | undefined
  node.role$.subscribe((role) => {
    leading = role.kind === 'leading' ? role.centre : undefined
    process.send?.({ role: role.kind })
  })
  process.on('message', (asked: { readonly who: NewStaff } | { readonly stepMs: number }) => {
    if ('stepMs' in asked) setClock(asked.stepMs)
    else process.send?.({ link: leading?.waysIn(address).signInLink(asked.who) })
  })
  process.on('SIGTERM', () => {
    void node.close().then(() => process.exit(0))
  })
  process.on('disconnect', () => process.exit(0))
}
