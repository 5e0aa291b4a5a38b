/** The WebSocket sub-protocol of version 1. */
export const subProtocol = 'tccc.1'

/** What the opening of a socket asks for: PROTOCOL.md §3.1. */
export interface Opening {
  readonly token: string
  readonly resume?: { readonly linkId: string; readonly seen: number }
}

/** Reads the header `Sec-WebSocket-Protocol`. Undefined when version 1 is not offered. */
export function readOpening(header: string | undefined): Opening | undefined {
  const offered = (header ?? '').split(',').map((part) => part.trim())
  if (!offered.includes(subProtocol)) return undefined
  const token = offered.find((part) => part.startsWith('token.'))?.slice('token.'.length) ?? ''
  const resume = offered.map((part) => /^resume\.([A-Za-z0-9_-]{1,128})\.(\d{1,15})$/.exec(part)).find(Boolean)
  const [, linkId, seen] = resume ?? []
  return linkId === undefined ? { token } : { token, resume: { linkId, seen: Number(seen) } }
}
