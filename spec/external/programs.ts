/** Programs of Debian, each in a folder of its own, on 127.0.0.1. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const patienceMs = 30_000
const running = new Set<ChildProcess>()
const folders = new Set<string>()

export function newFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  folders.add(folder)
  return folder
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

interface StartOptions {
  /** Default: those of this process. */
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** Hears all that the program says. */
  readonly hear?: (text: string) => void
}

/** Starts a program and waits until it listens; what it says is in the error when it does not. */
export async function start(
  command: string,
  args: readonly string[],
  port: number,
  { env = process.env, cwd = process.cwd(), hear = () => undefined }: StartOptions = {},
): Promise<ChildProcess> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env, cwd })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      said += text.toString()
      hear(text.toString())
    })
  }
  const until = Date.now() + patienceMs
  while (!(await listens(port))) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`${command} does not listen on ${port}:\n${said}`)
    await new Promise((again) => setTimeout(again, 50))
  }
  return child
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const answer = (there: boolean) => () => {
      socket.destroy()
      resolve(there)
    }
    socket.once('connect', answer(true)).once('error', answer(false))
  })
}

/** Runs a program to its end. */
export function run(command: string, args: readonly string[], input = ''): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8', timeout: 60_000 })
  return { status, said: stdout + stderr }
}

export async function stopPrograms(): Promise<void> {
  const gone = [...running].filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  await Promise.all(
    gone.map((child) => {
      const exit = new Promise((exited) => child.once('exit', exited))
      child.kill('SIGTERM')
      return exit
    }),
  )
  running.clear()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  folders.clear()
}

export interface Certificate {
  readonly certFile: string
  readonly keyFile: string
}

/** For localhost and calls.example.com, signed by itself, good for a day. */
export function makeCertificate(folder: string, name = 'centre'): Certificate {
  const certFile = join(folder, `${name}.crt`)
  const keyFile = join(folder, `${name}.key`)
  const { status, said } = run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost,DNS:calls.example.com,IP:127.0.0.1'],
    ...['-keyout', keyFile, '-out', certFile],
  ])
  if (status !== 0) throw new Error(said)
  return { certFile, keyFile }
}

/** The file that nginx begins with; `http`: what stands inside `http { }`. */
export function writeNginxConf(folder: string, http: string): string {
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 4096; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
${http}
}
`,
  )
  return file
}

/** nginx with this file, in the foreground. */
export function startNginx(file: string, port: number): Promise<ChildProcess> {
  return start('nginx', ['-p', dirname(file), '-e', 'stderr', '-c', file], port)
}

/** The published configuration of nginx, at addresses of this machine, in front of this centre. */
export const behindNginx = (centre: string): Promise<Proxy> =>
  startPublished('nginx.conf', { '127.0.0.1:7100': new URL(centre).host })

/** The one for several nodes. */
export const beforeNodes = ([a = '', b = '']: readonly string[]): Promise<Proxy> =>
  startPublished('cluster/nginx.conf', { 'node-a:7100': new URL(a).host, 'node-b:7100': new URL(b).host })

export interface Proxy {
  readonly port: number
  readonly certificate: Certificate
}

async function startPublished(name: string, places: Readonly<Record<string, string>>): Promise<Proxy> {
  const folder = newFolder('nginx')
  const certificate = makeCertificate(folder)
  const [port, plainPort] = [await freePort(), await freePort()]
  const changes = {
    'listen 80;': `listen 127.0.0.1:${plainPort};`,
    'listen 443 ssl;': `listen 127.0.0.1:${port} ssl;`,
    '/etc/tccc/tls/fullchain.pem': certificate.certFile,
    '/etc/tccc/tls/privkey.pem': certificate.keyFile,
    ...places,
  }
  const published = readFileSync(join('call-centre/deploy', name), 'utf8')
  const http = Object.entries(changes).reduce((text, [from, to]) => text.replace(from, to), published)
  await startNginx(writeNginxConf(folder, http), port)
  return { port, certificate }
}

export interface Turn {
  /** As `turn:127.0.0.1:3478`. */
  readonly url: string
  /** What it has said. */
  readonly said: () => string
}

/** coturn on a free port, which takes time-limited keys made of this secret, and relays to this machine itself. */
export async function startTurn(folder: string, secret: string): Promise<Turn> {
  const port = await freePort()
  const child = await start(
    'turnserver',
    [
      ...['-n', '--no-cli', '--no-tls', '--no-dtls', '--log-file=stdout', '--verbose', '--realm=calls.example.com'],
      ...['--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${port}`, '--allow-loopback-peers'],
      ...['--use-auth-secret', `--static-auth-secret=${secret}`],
      ...[`--pidfile=${join(folder, 'turn.pid')}`, `--userdb=${join(folder, 'turn.db')}`],
    ],
    port,
  )
  let said = ''
  child.stdout?.on('data', (text: Buffer) => (said += text.toString()))
  return { url: `turn:127.0.0.1:${port}`, said: () => said }
}

/** The command of the package, which trusts this certificate and no other. */
export async function command({ certFile }: Certificate, ...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certFile }
  const child = spawn(process.execPath, ['call-centre/command.cjs', ...args], { env })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const [code] = (await once(child, 'exit')) as [number]
  return { code, said }
}
