import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { CentreConfig } from '../config/centre-config'

/** Under which names the centre answers, and who asks. */
export interface Origins {
  /**
   * Whether a request names this centre: by the name it listens on, by a name of the machine's loopback, by the address at
   * which it arrived, or by one of the configuration. A name that somebody has pointed at this machine is none of these.
   */
  isOwnHost(request: IncomingMessage): boolean
  /** Whether a page of this centre asks. No origin at all: a program asks, and pages cannot pretend to be one. */
  isOwnOrigin(request: IncomingMessage): boolean
  /** Whether what is said to the browser is secret on its way. */
  isSecure(request: IncomingMessage): boolean
  /** Who asks, for limits: an address, or, as one machine has more of them than can be counted, a network of IPv6. */
  sourceOf(request: IncomingMessage): string
}

type Config = Pick<CentreConfig, 'hosts' | 'publicUrl' | 'trustProxy'>

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** `listensOn`: the name or address that was given to listen on. */
export function createOrigins({ hosts, publicUrl, trustProxy }: Config, listensOn: string): Origins {
  const isProxy = proxiesOf(trustProxy)
  const names = [...loopback, listensOn, ...hosts, ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname])]
  const isTrusted = ({ socket }: IncomingMessage): boolean => isProxy(plain(socket.remoteAddress))
  /** What the proxy says that the browser said to it. */
  const forwarded = (request: IncomingMessage, name: string): string | undefined =>
    isTrusted(request) ? listOf(request.headers[name]).at(-1) : undefined
  const hostOf = (request: IncomingMessage): string =>
    forwarded(request, 'x-forwarded-host') ?? request.headers.host ?? ''
  return {
    isOwnHost(request) {
      const arrivedAt = plain(request.socket.localAddress)
      const name = hostOf(request).replace(/:\d+$/, '')
      return [...names, isIP(arrivedAt) === 6 ? `[${arrivedAt}]` : arrivedAt].includes(name)
    },
    isOwnOrigin(request) {
      const { origin } = request.headers
      if (origin === undefined) return true
      if (!URL.canParse(origin)) return false
      const asked = new URL(origin)
      return asked.host === hostOf(request) || asked.origin === originOf(publicUrl)
    },
    isSecure: (request) =>
      'encrypted' in request.socket ||
      forwarded(request, 'x-forwarded-proto') === 'https' ||
      publicUrl?.startsWith('https:') === true,
    sourceOf: (request) => network(source(request, isProxy)),
  }
}

/** From the last to the first: the first address that is none of our proxies is as far as can be believed. */
function source(request: IncomingMessage, isProxy: (address: string) => boolean): string {
  const hops = [...listOf(request.headers['x-forwarded-for']), request.socket.remoteAddress ?? ''].map(plain)
  const known = hops.filter((hop) => isIP(hop) !== 0)
  return known.findLast((hop, index) => index === 0 || !isProxy(hop)) ?? ''
}

function network(address: string): string {
  return isIP(address) === 6 ? address.split(':').slice(0, 4).join(':') : address
}

/** `addresses`: single ones, or networks as `10.0.0.0/8`. */
function proxiesOf(addresses: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const each of addresses) {
    const [address = '', bits] = each.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

const listOf = (header: string | readonly string[] | undefined): readonly string[] =>
  [header ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const originOf = (url: string | undefined): string | undefined => (url === undefined ? undefined : new URL(url).origin)

/** IPv4 as such, also where it comes as IPv6. */
function plain(address = ''): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}
