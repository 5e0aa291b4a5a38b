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
    return { args: ['--port', String(port), '--node', `http://127.0.0.1:${port}`], env, redis }
  },
}

/**
 * `signIn(seatId)` answers with a seat's header; `close` ends it. `cpuMs` and `residentMB` need Linux's /proc.
 * `store` is `memory`, `folder` or `redis`; then `redis.figures()` tells what Redis has done so far. `more`: `port` and
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
  const { args, env, redis } = await kept[store](folder, more)
  const command = ['node', here('../../../call-centre/dist/main.cjs'), '--config', file, ...args]
  const [program, ...words] = more.sharesProcessors ? command : onItsOwn(command)
  const child = spawn(program, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env, ...more.env },
  })
  const lines = createInterface({ input: child.stdout })
  const link = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the call centre did not start')))
    lines.on('line', (line) => {
      const found = /Administrator +(http:\S+)/.exec(line)
      if (found) resolve(found[1])
    })
  })
  const signIn = await administrator(link)
  const close = () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve(redis?.close()))
      child.kill()
    })
  return {
    redis,
    url: new URL(link).origin,
    signIn,
    pid: child.pid,
    cpuMs: () => cpuMs(child.pid),
    residentMB: () => residentMB(child.pid),
    close,
  }
}
