/** Which addresses may be told who the customer is. A mini program has no `URL`, so a pattern reads them. */
const SECURE = /^https:\/\/[A-Za-z0-9.-]+(:\d{1,5})?$/
const LOOPBACK = /^http:\/\/(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/

/** `https`, or `http` to this machine; a name and a port, nothing more. */
export const isSafeHost = (host: string): boolean => SECURE.test(host) || LOOPBACK.test(host)
