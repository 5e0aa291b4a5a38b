/** The phone's network: the guide's host is this page's own call centre, and no other host is on the white list. */
const HOST = /^(https|wss):\/\/api\.tccc\.qcloud\.com(?=\/|$)/

export const NOT_IN_DOMAIN_LIST = 600002

/** The address that the phone really calls, or null when WeChat would refuse the host. */
export const reachable = (url: string): string | null => {
  const scheme = HOST.exec(url)?.[1]
  if (scheme === undefined) return null
  const origin = scheme === 'wss' ? location.origin.replace(/^http/, 'ws') : location.origin
  return url.replace(HOST, origin)
}
