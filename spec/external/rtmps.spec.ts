/** The lines for rtmps of the page about the plane `rtmp`, in a real nginx, and ffmpeg as a phone that speaks rtmps. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeAll, customerWire, open, seatWire, startFrame } from '../../call-centre/spec/wire'
import { testConfig } from '../../call-centre/spec/test-config'
import { eventually } from '../end-to-end/eventually'
import { joinAsDesk, type DeskRoom } from './node-desk'
import { freePort, makeCertificate, newFolder, startNginx, stopPrograms } from './programs'
import { RawRtmp } from './raw-rtmp'
import { hangUpAll, play, push } from './rtmp-phone'
import { startRtmp } from './rtmp-server'

jest.setTimeout(60_000)

const key = 'k'.repeat(32)

/** With the module that Debian's package loads by a file beside. */
async function startTls(rtmpPort: number): Promise<number> {
  const port = await freePort()
  const folder = newFolder('rtmps')
  const { certFile, keyFile } = makeCertificate(folder)
  const page = readFileSync('docs/call-centre/rtmp.md', 'utf8')
  const [lines = ''] = /^ {4}stream \{$[^]*?^ {4}\}$/m.exec(page) ?? []
  const stream = lines
    .replace('listen 1945 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('/etc/tccc/tls/fullchain.pem', certFile)
    .replace('/etc/tccc/tls/privkey.pem', keyFile)
    .replace('127.0.0.1:1935', `127.0.0.1:${rtmpPort}`)
  const file = join(folder, 'nginx.conf')
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const head = `load_module /usr/lib/nginx/modules/ngx_stream_module.so;\ndaemon off;\n${user}\npid ${folder}/nginx.pid;`
  writeFileSync(file, `${head}\nerror_log stderr warn;\nevents { }\n${stream}\n`)
  await startNginx(file, port)
  return port
}

afterEach(async () => {
  await hangUpAll()
  await closeAll()
  await stopPrograms()
})

it('a phone is given addresses of rtmps, and each hears the other over them; plain RTMP has no way in there', async () => {
  const port = await freePort()
  const { url: serverUrl, controlUrl, port: rtmpPort } = await startRtmp(port, key)
  const tlsPort = await startTls(rtmpPort)
  const publicUrl = `rtmps://127.0.0.1:${tlsPort}/live`
  const rtmp = { serverUrl, controlUrl, publicUrl, maxCalls: 1 }
  const { media, heartbeatMs } = testConfig({ heartbeatMs: 60_000, media: { plane: 'rtmp', rtmp } as never })
  const secrets = (name: string) => (name === 'TCCC_RTMP_KEY' ? key : undefined)
  const centre = await open({ media, heartbeatMs }, { port, secrets })
  const seat = await seatWire(centre, '1001')
  const customer = await customerWire(centre, 'ann')
  customer.say({ ...startFrame, n: 1 })
  const { sessionId } = await seat.next('seat/incoming')
  seat.say({ type: 'seat/answer', sessionId })
  const { room } = (await customer.next('call/accepted')) as unknown as {
    readonly room: { readonly pushUrl: string; readonly playUrl: string }
  }
  expect(room.pushUrl.startsWith(`${publicUrl}/`)).toBe(true)
  expect(room.playUrl.startsWith(`${publicUrl}/`)).toBe(true)
  push(room.pushUrl, 'tone')
  const talking = (await seat.next('seat/talking')) as unknown as { readonly room: DeskRoom }
  const desk = await joinAsDesk(centre.url, talking.room)
  await eventually(() => {
    expect(desk.heard()).toBeGreaterThan(50)
    return Promise.resolve()
  }, 15_000)
  await play(room.playUrl, 1_000)
  const plain = await RawRtmp.connected(`rtmp://127.0.0.1:${tlsPort}/live`)
  expect([plain.isOver, plain.said]).toEqual([true, ''])
  desk.leave()
})
