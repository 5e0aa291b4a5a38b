/** Where this page came from, and where its sockets are: on the same host. */
export const pageAddress = new URL(location.href)

/** The WebSocket address of a path on the page's own host. */
export const socketAt = (path: string): string =>
  `${pageAddress.protocol === 'https:' ? 'wss:' : 'ws:'}//${pageAddress.host}${path}`
