const loopback = ['localhost', '127.0.0.1', '[::1]']

/** Whether a page of this machine asks. No origin at all: a program asks, and pages cannot pretend to be one. */
export function isOwnOrigin(origin: string | undefined, ownHost: string): boolean {
  if (origin === undefined) return true
  return URL.canParse(origin) && isOwnHost(new URL(origin).host, ownHost)
}

/** Whether a `host:port` names this machine, and not a name that somebody has pointed at it. */
export function isOwnHost(host: string | undefined, ownHost: string): boolean {
  const name = (host ?? '').replace(/:\d+$/, '')
  return loopback.includes(name) || name === ownHost
}
