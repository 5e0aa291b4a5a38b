import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import { createServer as createPlainServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import type { TlsConfig } from '../config/centre-config'
import { ConfigFault } from '../config/read-config'

/** How often the files are looked at: a certificate that was renewed is in use after this. */
const lookEveryMs = 10_000

/**
 * A server that speaks TLS when `tls` names a certificate, and takes a new one as soon as it is there; a new one that is
 * no good is told to `log`, and the old one stays in use.
 * @throws {ConfigFault} when certificate and key cannot be read, or do not belong together.
 */
export function createServer(
  listener: RequestListener,
  options: ServerOptions,
  tls: TlsConfig | undefined,
  log: (line: string) => void,
): Server {
  if (!tls) return createPlainServer(options, listener)
  const server = createTlsServer({ ...options, ...read(tls) }, listener)
  renewOnChange(server, tls, log)
  return server
}

function renewOnChange(server: TlsServer, tls: TlsConfig, log: (line: string) => void): void {
  const files = [tls.certFile, tls.keyFile]
  const renew = (): void => {
    try {
      server.setSecureContext(read(tls))
    } catch (fault) {
      log(`The old certificate stays in use. ${fault instanceof Error ? fault.message : ''}`)
    }
  }
  for (const file of files) watchFile(file, { interval: lookEveryMs, persistent: false }, renew)
  server.on('close', () => {
    for (const file of files) unwatchFile(file, renew)
  })
}

function read({ certFile, keyFile }: TlsConfig): { readonly cert: Buffer; readonly key: Buffer } {
  try {
    const pair = { cert: readFileSync(certFile), key: readFileSync(keyFile) }
    createSecureContext(pair)
    return pair
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : ''
    throw new ConfigFault(`tls: ${certFile} and ${keyFile} are no pair that can be used: ${why}.`, { cause })
  }
}
