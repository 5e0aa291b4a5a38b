/** The bundled call centre in its own process, on one processor where the system lets one choose. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onItsOwn } from './processors.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

const roomy = { maxLoginsPerMinute: 1_000_000, maxLinks: 100_000, maxSessions: 100_000, heartbeatMs: 10_000 }

const cpuMs = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
const residentMB = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

/** `close` ends it. `cpuMs` and `residentMB` need Linux's /proc. */
export const startCentre = async () => {
  const folder = here('../../.build/bench')
  mkdirSync(folder, { recursive: true })
  const config = JSON.parse(readFileSync(here('../../examples/call-centre/call-centre.json'), 'utf8'))
  const file = `${folder}/call-centre.json`
  writeFileSync(file, JSON.stringify({ ...config, ...roomy, channels: { direct: { name: 'direct' } } }))
  const command = ['node', here('../../dist/call-centre/main.cjs'), '--port', '0', '--config', file]
  const [program, ...args] = onItsOwn(command)
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const url = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the call centre did not start')))
    lines.on('line', (line) => {
      const found = /(http:\/\/127\.0\.0\.1:\d+)\/workstation/.exec(line)
      if (found) resolve(found[1])
    })
  })
  const close = () =>
    new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill()
    })
  return { url, cpuMs: () => cpuMs(child.pid), residentMB: () => residentMB(child.pid), close }
}
