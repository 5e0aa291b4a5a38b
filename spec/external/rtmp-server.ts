/** The published configuration of nginx for the plane `rtmp`, at addresses of this machine. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, newFolder, run, startNginx } from './programs'

export interface RtmpServer {
  /** As `rtmp://127.0.0.1:1935/live`. */
  readonly url: string
  readonly port: number
  readonly controlUrl: string
  /** SIGKILL to all of it. */
  readonly die: () => void
  /** Another one in its place. */
  readonly comeBack: () => Promise<void>
  /** What it has said. */
  readonly said: () => string
}

/** `centrePort`: where it asks who may publish and play, with this key. */
export async function startRtmp(centrePort: number, key: string): Promise<RtmpServer> {
  const [port, controlPort] = [await freePort(), await freePort()]
  const folder = newFolder('rtmp')
  const file = join(folder, 'nginx.conf')
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  const text = readFileSync('call-centre/deploy/rtmp.conf', 'utf8')
    .replace('user www-data;', `daemon off;\n${process.getuid?.() === 0 ? 'user root;' : ''}`)
    .replace('/run/tccc-rtmp.pid', `${folder}/nginx.pid`)
    .replace('listen 1935;', `listen 127.0.0.1:${port};`)
    .replace('127.0.0.1:1936', `127.0.0.1:${controlPort}`)
    .replaceAll('127.0.0.1:7100/rtmp?key=KEY', `127.0.0.1:${centrePort}/rtmp?key=${key}`)
    .replace('http {', `http {\n  ${places.join('\n  ')}`)
  writeFileSync(file, text)
  let said = ''
  let pids: readonly number[] = []
  const begin = async (): Promise<void> => {
    const child = await startNginx(file, port)
    child.stderr?.on('data', (words: Buffer) => (said += words.toString()))
    const workers = run('pgrep', ['-P', String(child.pid)])
      .said.trim()
      .split('\n')
    pids = [child.pid ?? 0, ...workers.map(Number)]
  }
  await begin()
  return {
    ...{ port, url: `rtmp://127.0.0.1:${port}/live`, controlUrl: `http://127.0.0.1:${controlPort}/control` },
    die() {
      for (const pid of pids) process.kill(pid, 'SIGKILL')
    },
    comeBack: begin,
    said: () => said,
  }
}

/** For a program that is no spec. */
export { stopPrograms } from './programs'
