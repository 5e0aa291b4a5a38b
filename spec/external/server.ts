/**
 * An empty server in a folder of this machine, for a script that follows the guide. Its command lines run as they are
 * printed, below the folder; what belongs to root or to systemd is stood in for.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { freePort, makeCertificate, newFolder, start, startNginx, writeNginxConf } from './programs'
import { createUnit, type Unit } from './unit'

/** What is called by the guide's lines and is not to happen here. The build is the one over which the specs run. */
const STAND_INS = `set -e
cd "$(cat "$TOP/cwd")"
apt-get() { :; }
useradd() { :; }
chgrp() { :; }
journalctl() { :; }
npm() { [ "$1" = ci ] || command npm "$@"; }
scp() { mv "$2" "$HOME"; cp -r "$3" "$HOME"; cd "$HOME"; }
nginx() { command nginx -p "$TOP" -e stderr -c "$TOP/nginx.conf" "$@"; }
systemctl() { echo "$*" >> "$TOP/systemctl"; }
`
const UNIT = '/etc/systemd/system/tccc-call-centre.service'

export class Server {
  /** The unit of the call centre. */
  readonly centre: Unit
  readonly certFile: string
  private turn = ''
  private readonly environment: NodeJS.ProcessEnv

  private constructor(
    private readonly top: string,
    private readonly ports: Readonly<Record<'centre' | 'tls' | 'plain' | 'turn', number>>,
  ) {
    const { certFile, keyFile } = makeCertificate(top)
    this.certFile = certFile
    for (const folder of ['root', 'etc/nginx/conf.d', 'etc/systemd/system', 'etc/tccc/tls', 'var/lib']) {
      mkdirSync(join(top, folder), { recursive: true })
    }
    copyFileSync(certFile, this.place('/etc/tccc/tls/fullchain.pem'))
    copyFileSync(keyFile, this.place('/etc/tccc/tls/privkey.pem'))
    writeFileSync(join(top, 'cwd'), process.cwd())
    writeNginxConf(top, `include ${top}/etc/nginx/conf.d/*.conf;`)
    this.centre = createUnit({ read: () => this.read(UNIT), credentials: join(top, 'credentials'), port: ports.centre })
    this.environment = {
      ...process.env,
      ...{ HOME: join(top, 'root'), TOP: top, NODE_EXTRA_CA_CERTS: certFile, npm_config_ignore_scripts: 'true' },
      // npm's own places are those of whoever runs the specs.
      ...{ npm_config_cache: join(homedir(), '.npm'), npm_config_userconfig: join(homedir(), '.npmrc') },
      npm_config_prefer_offline: 'true',
    }
  }

  static async open(): Promise<Server> {
    const [centre, tls, plain, turn] = [await freePort(), await freePort(), await freePort(), await freePort()]
    return new Server(newFolder('server'), { centre, tls, plain, turn })
  }

  /** What a browser opens: nginx, with TLS. */
  get url(): string {
    return `https://127.0.0.1:${this.ports.tls}`
  }

  /** What coturn has said. */
  get turnSaid(): string {
    return this.turn
  }

  /** A file by its path on the server, as `/etc/tccc/centre.json`. */
  read(path: string): string {
    return readFileSync(this.place(path), 'utf8')
  }

  write(path: string, text: string): void {
    writeFileSync(this.place(path), text, { mode: 0o600 })
  }

  /** Types a line where the one before has led, and does what it asks of systemd. Gives what was printed. */
  async type(line: string): Promise<string> {
    const said = this.shell(`${line}\npwd > "$TOP/cwd"`)
    const asked = this.shell('[ ! -e "$TOP/systemctl" ] || { cat "$TOP/systemctl"; rm "$TOP/systemctl"; }')
    for (const request of asked.split('\n')) await this.serve(request)
    if (line.startsWith('scp ')) this.moveIn()
    return said
  }

  /** @throws what was complained of. */
  private shell(lines: string): string {
    const text = this.place(lines.replaceAll('calls.your-company.com', '127.0.0.1'))
    const options = { env: this.environment, encoding: 'utf8', timeout: 180_000 } as const
    const { status, stdout, stderr } = spawnSync('bash', ['-c', `${STAND_INS}${text}`], options)
    if (status !== 0) throw new Error(`${lines}\n${stdout}${stderr}`)
    return stdout
  }

  private async serve(request: string): Promise<void> {
    const { tls, turn } = this.ports
    const hear = (said: string): void => {
      this.turn += said
    }
    if (request === 'reload nginx') await startNginx(join(this.top, 'nginx.conf'), tls)
    if (request === 'restart coturn') {
      await start('turnserver', ['-c', this.place('/etc/turnserver.conf')], turn, { hear })
    }
    if (request === 'restart tccc-call-centre') await this.centre.stop('SIGTERM')
    if (/^(enable --now|restart) tccc-call-centre$/.test(request)) await this.centre.start()
  }

  /** The files that were brought get ports and places of this machine, which is one end of the relay as well. */
  private moveIn(): void {
    const { centre, tls, plain, turn } = this.ports
    const own = ['listening-ip=127.0.0.1', 'relay-ip=127.0.0.1', 'allow-loopback-peers', 'log-file=stdout', 'verbose']
    const places = [`pidfile=${this.top}/turn.pid`, `userdb=${this.top}/turn.db`]
    this.change('centre.json', ['.com"', `.com:${tls}"`], ['3478', String(turn)])
    this.change('nginx.conf', ['listen 80', `listen 127.0.0.1:${plain}`], ['listen 443', `listen 127.0.0.1:${tls}`])
    this.change('nginx.conf', ['127.0.0.1:7100', `127.0.0.1:${centre}`])
    this.change('turnserver.conf', ['3478', String(turn)], ['denied-peer-ip=127.0.0.0-127.255.255.255\n', ''])
    this.change('turnserver.conf', ['realm', [...own, ...places, 'realm'].join('\n')])
    this.change('tccc-call-centre.service')
  }

  private change(file: string, ...changes: readonly (readonly [string, string])[]): void {
    const path = join(this.top, 'root/deploy', file)
    const text = changes.reduce((said, [from, to]) => said.replace(from, to), readFileSync(path, 'utf8'))
    writeFileSync(path, this.place(text))
  }

  /** The server's places are folders below its own. */
  private place(text: string): string {
    return text.replace(/(?<![\w/.~])\/(?=(?:etc|opt|var)\/)/g, `${this.top}/`)
  }
}
