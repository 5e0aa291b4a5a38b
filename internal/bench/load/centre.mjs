/** The bundled call centre in its own process, on one processor where the system lets one choose. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onItsOwn } from './processors.mjs'
import { freePort, startRedis } from './redis.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

const roomy = {
  maxLoginsPerMinute: 1_000_000,
  maxLoginsPerMinuteOfSource: 1_000_000,
  maxLinks: 100_000,
  maxSessions: 100_000,
  heartbeatMs: 10_000,
}

export const cpuMs = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
export const residentMB = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

/** By a one-time link; the answer is the header of the sign-in. */
const follow = async (link) => {
  const { origin, hash } = new URL(link)
  const body = JSON.stringify({ code: hash.slice(1), password: 'only for this bench' })
  const response = await fetch(`${origin}/api/sign-in/link`, { method: 'POST', body })
  return {
    cookie: response.headers
      .getSetCookie()
      .map((cookie) => cookie.replace(/;.*/, ''))
      .join('; '),
  }
}

/** Makes the account of a seat and signs it in. */
const administrator = async (link) => {
  const { origin } = new URL(link)
  const headers = await follow(link)
  return async (accountId) => {
    const body = JSON.stringify({ accountId, name: `Seat ${accountId}`, role: 'seat' })
    const response = await fetch(`${origin}/api/accounts`, { method: 'POST', headers, body })
    return follow(`${origin}${(await response.json()).link}`)
  }
}

/** What a centre of the store of this name is started with. */
const kept = {
  memory: (_, { port = 0 }) => ({ args: ['--port', String(port)] }),
  folder: (folder) => {
    const state = `${folder}/state`
    rmSync(state, { recursive: true, force: true })
    return { args: ['--port', '0', '--state', state] }
  },
  redis: async (folder) => {
    const redis = await startRedis(folder)
    const port = await freePort()
    const env = { TCCC_REDIS_URL: redis.url, TCCC_NODE_KEY: 'of this bench' }
    return { args: asNode(port), env, redis }
  },
  relayed: async (folder) => ({ ...(await kept.redis(folder)), follower: await freePort() }),
}

const asNode = (port) => ['--port', String(port), '--node', `http://127.0.0.1:${port}`]

/** What a process says first that fits. */
const heard = (child, words) =>
  new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the call centre did not start')))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = words.exec(line)
      if (found) resolve(found[1])
    })
  })

/**
 * `signIn(seatId)` answers with a seat's header; `close` ends it. `cpuMs` and `residentMB` need Linux's /proc.
 * `store` is `memory`, `folder`, `redis`, or `relayed`: Redis, and who comes at `url` comes to a node that does not lead. With
 * Redis `redis.figures()` tells what that has done so far. `more`: `port` and
 * `config` of one that keeps nothing, `env`, and whether it `sharesProcessors`.
 */
export const startCentre = async (store = 'memory', more = {}) => {
  const folder = here('../../../.build/bench')
  mkdirSync(folder, { recursive: true })
  const config = JSON.parse(readFileSync(here('../../../call-centre/call-centre.json'), 'utf8'))
  const file = `${folder}/call-centre-${more.port ?? store}.json`
  writeFileSync(
    file,
    JSON.stringify({ ...config, ...roomy, channels: { direct: { name: 'direct' } }, workstation: {}, ...more.config }),
  )
  const { args, env, redis, follower } = await kept[store](folder, more)
  const begin = ['node', here('../../../call-centre/dist/main.cjs'), '--config', file]
  const command = [...begin, ...args]
  const [program, ...words] = more.sharesProcessors ? command : onItsOwn(command)
  const options = { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env, ...more.env } }
  const child = spawn(program, words, options)
  const link = await heard(child, /Administrator +(http:\S+)/)
  const beside = follower && spawn(begin[0], [...begin.slice(1), ...asNode(follower)], options)
  if (beside) await heard(beside, /This node follows (.+)/)
  const signIn = await administrator(link)
  const close = () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve(redis?.close()))
      beside?.kill()
      child.kill()
    })
  return {
    redis,
    url: follower ? `http://127.0.0.1:${follower}` : new URL(link).origin,
    signIn,
    pid: child.pid,
    cpuMs: () => cpuMs(child.pid),
    residentMB: () => residentMB(child.pid),
    close,
  }
}
