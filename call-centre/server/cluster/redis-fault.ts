import { codeOf, StateFault } from '../state/state-fault'

/** Redis has answered, and does not do it: `code` is the first word of its answer. */
export class RedisRefusal extends Error {
  override readonly name = 'RedisRefusal'
  get code(): string {
    return this.message.split(' ')[0] ?? ''
  }
}

/** While Redis starts, or another one of its servers takes over. */
const passing = ['LOADING', 'READONLY', 'MASTERDOWN', 'CLUSTERDOWN', 'TRYAGAIN', 'BUSY', 'NOREPLICAS']

const remedies: Readonly<Record<string, string>> = {
  OOM: 'It is full: raise maxmemory, or take away what others keep there.',
  MISCONF: 'It cannot write to its disk: make room there.',
  NOAUTH: 'It wants a password: put it into TCCC_REDIS_URL.',
  WRONGPASS: 'It does not take this name and password: correct TCCC_REDIS_URL.',
  NOPERM: 'Its ACL forbids what a call centre does there: see docs/call-centre/cluster.md.',
  certificate: 'Its certificate is not trusted, or is for another name: give its CA in NODE_EXTRA_CA_CERTS.',
  WRONGTYPE: 'Somebody else uses the same keys: give the call centre a database of its own.',
}

/** Whether the same request may be granted soon. What is no answer of Redis, as a lost connection, passes. */
export function isPassing(fault: unknown): boolean {
  if (fault instanceof StateFault) return false
  return !(fault instanceof RedisRefusal) || passing.includes(fault.code)
}

/** OpenSSL and Node have a code for each thing that may be wrong with a certificate. */
const tlsCodeOf = (cause: unknown): string => (/CERT|SIGNATURE/.test(codeOf(cause)) ? 'certificate' : 'no answer')

/** Says in words what Redis, or the connection to it, says in a code. */
export function inWordsOf(place: string): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof StateFault) throw cause
    const known = cause instanceof RedisRefusal ? cause.code : tlsCodeOf(cause)
    const remedy = remedies[known] ?? 'See whether it runs, and can be reached from here.'
    throw new StateFault(`${place} does not keep the state (${known}). ${remedy}`, { cause })
  }
}
