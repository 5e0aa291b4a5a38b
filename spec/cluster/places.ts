/** A Redis, three nodes in processes of their own, and nginx in front of them, on 127.0.0.1. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, newFolder, startNginx, writeNginxConf } from '../external/programs'
import { startRedis, wireTo, type Redis, type Wire } from '../external/redis'
import { createShardHistory, type ShardHistory } from './shard-history'
import { watchFor } from './watch-wire'
import type { NewStaff } from '../../call-centre/server/accounts/way-in'

/** As a node has it unless told. */
const leaseMs = 3_000

export interface ClusterNode {
  readonly toRedis: Wire
  readonly signal: (signal: NodeJS.Signals) => void
  /** Kills it if it runs, and starts it anew, in this version: the one of before, unless told. */
  readonly restart: (signal: NodeJS.Signals, format?: number) => Promise<void>
  /** Its clock is so much ahead of the time of day from now on. */
  readonly setClock: (stepMs: number) => void
  readonly role: () => string
  /** When it began to lead, each time, of `performance.now()`. */
  readonly ledAt: readonly number[]
  /** Rooms of TRTC that it was about to close. */
  readonly roomsClosed: readonly string[]
  readonly signInLink: (who: NewStaff) => Promise<string>
}

export interface Cluster {
  /** Of the proxy. */
  readonly url: string
  redis: Redis
  /** Of the newest nodes. */
  format: number
  readonly history: ShardHistory
  readonly nodes: readonly ClusterNode[]
  readonly reloadProxy: () => void
  /** A sign-in, good at each node: without TLS its cookie is named after the port, and here each node has another one. */
  readonly everywhere: (cookie: string) => string
}

export async function startCluster(program: string, config: object): Promise<Cluster> {
  const folder = newFolder('cluster')
  writeFileSync(join(folder, 'centre.json'), JSON.stringify(config))
  const redis = await startRedis()
  const ports = [await freePort(), await freePort(), await freePort()]
  const history = createShardHistory(leaseMs)
  const begun = { program, config: join(folder, 'centre.json'), redis, history }
  const nodes = await Promise.all(ports.map((port) => startNode(port, begun)))
  const port = await freePort()
  const proxy = await startNginx(writeNginxConf(newFolder('proxy'), proxyOf(port, ports)), port)
  const everywhere = (cookie: string): string =>
    ports.map((each) => cookie.replaceAll(/-\d+=/g, `-${each}=`)).join('; ')
  const reloadProxy = (): boolean => proxy.kill('SIGHUP')
  return { url: `http://127.0.0.1:${port}`, redis, format: 1, history, nodes, reloadProxy, everywhere }
}

const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

interface Begun {
  readonly program: string
  readonly config: string
  readonly redis: Redis
  readonly history: ShardHistory
}

/** What a node tells whoever has started it. */
interface Told {
  readonly role?: string
  readonly room?: string
}

async function startNode(port: number, { program, config, redis, history }: Begun): Promise<ClusterNode> {
  const toRedis = await wireTo(redis, watchFor(history, `node ${port}`))
  const roomsClosed: string[] = []
  let child: ChildProcess
  let role = 'waiting'
  const ledAt: number[] = []
  let format = 1
  const begin = (): void => {
    child = spawn(process.execPath, [program, 'node', config, String(port), toRedis.url], {
      ...{ stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, STATE_FORMAT: String(format) } },
    })
    const own = child
    own.on('message', (told: Told) => {
      if (told.room !== undefined) roomsClosed.push(told.room)
      if (told.role === undefined || own !== child) return
      role = told.role
      if (role === 'leading') ledAt.push(performance.now())
    })
    children.add(own)
  }
  begin()
  return {
    ...{ toRedis, roomsClosed, ledAt },
    role: () => role,
    signal: (signal) => child.kill(signal),
    setClock: (stepMs) => child.send({ stepMs }),
    async restart(signal, next = format) {
      format = next
      role = 'waiting'
      child.kill(signal)
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      begin()
    },
    signInLink: (who) =>
      new Promise((answer, fail) => {
        const gone = (): void => {
          fail(new Error('The node has ended: it signs nobody in.'))
        }
        const hear = (message: { readonly link?: string }): void => {
          if (message.link === undefined) return
          child.off('message', hear).off('exit', gone)
          answer(message.link)
        }
        child.on('message', hear).once('exit', gone)
        child.send({ who })
      }),
  }
}

const proxyOf = (port: number, nodes: readonly number[]): string => `
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
  upstream nodes {
    ${nodes.map((node) => `server 127.0.0.1:${node} max_fails=0;`).join('\n    ')}
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://nodes;
      proxy_http_version 1.1;
      proxy_connect_timeout 1s;
      proxy_next_upstream error timeout http_503;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_set_header X-Forwarded-For $remote_addr;
    }
  }`
