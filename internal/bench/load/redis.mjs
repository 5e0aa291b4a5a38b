/** A redis-server as the guide wants it, not on the processor of the call centre. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { createClient } from '@redis/client'

export const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

const secondsIn = (info, name) => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)[1])
const numberIn = (info, name) => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)[1])

export const startRedis = async (folder) => {
  const place = `${folder}/redis`
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  const port = await freePort()
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '', '--maxmemory-policy', 'noeviction']
  const address = ['--port', String(port), '--bind', '127.0.0.1', '--dir', place]
  const child = spawn('redis-server', [...address, ...durable], { stdio: 'ignore' })
  const url = `redis://127.0.0.1:${port}`
  const client = createClient({ url, socket: { reconnectStrategy: 50 } }).on('error', () => undefined)
  await client.connect()
  return {
    url,
    /** Commands and bytes since it began, and what it holds. */
    figures: async () => {
      const info = await client.sendCommand(['INFO'])
      return {
        commands: numberIn(info, 'total_commands_processed'),
        receivedBytes: numberIn(info, 'total_net_input_bytes'),
        heldBytes: numberIn(info, 'used_memory'),
        cpuSeconds: secondsIn(info, 'used_cpu_user') + secondsIn(info, 'used_cpu_sys'),
      }
    },
    set: (name, value) => client.sendCommand(['CONFIG', 'SET', name, value]),
    close: async () => {
      client.destroy()
      child.kill()
      await once(child, 'exit')
    },
  }
}
