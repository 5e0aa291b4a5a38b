import type { NetworkInterfaceInfo } from 'node:os'
import { isAtHome } from '../accounts/way-in'
import type { CentreConfig } from '../config/centre-config'
import { ConfigFault } from '../config/read-config'

/** As `os.networkInterfaces()` gives them. */
type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>

interface Wish {
  readonly host: string
  readonly node: string | undefined
  /** Default: the first that is found. */
  readonly lanAddress: string | undefined
}

/** Of containers, virtual machines and tunnels: no phone is there. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|zt|tailscale|cni|flannel)|\b(WSL|Hyper-V|VirtualBox|VMware)\b/i

/** RFC 1918, as the SDK takes them in `configure({ host })`. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/

/** The IPv4 addresses at which a phone of the same network may find this machine; those of virtual networks last. */
export function lanAddresses(interfaces: Interfaces): readonly string[] {
  const found = Object.entries(interfaces).flatMap(([name, entries = []]) =>
    entries
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && PRIVATE.test(address))
      .map(({ address }) => ({ address, isVirtual: VIRTUAL.test(name) })),
  )
  return [...found.filter((each) => !each.isVirtual), ...found.filter((each) => each.isVirtual)].map(
    ({ address }) => address,
  )
}

/**
 * The address that phones of the local network call.
 * @throws {ConfigFault} when there is none, or the pages could be reached from there, too.
 */
export function lanAddress(
  config: CentreConfig,
  { host, node, lanAddress: wished }: Wish,
  interfaces: Interfaces,
): string {
  if (node !== undefined || !isAtHome(config, host) || config.tls) {
    throw new ConfigFault(
      '--lan is for development: its pages stay on this machine. Leave out --host and --node, and tls, publicUrl, hosts and trustProxy of the configuration.',
    )
  }
  const found = lanAddresses(interfaces)
  const address = wished ?? found[0]
  if (address === undefined) {
    throw new ConfigFault(
      'This machine has no private IPv4 address, so no phone finds it. Connect it to a local network.',
    )
  }
  if (!found.includes(address)) {
    throw new ConfigFault(`--lan-address ${address} is none of this machine's: ${found.join(', ') || 'it has none'}.`)
  }
  return address
}
