import { randomBytes } from 'node:crypto'
import {
  catchError,
  defer,
  distinctUntilChanged,
  EMPTY,
  endWith,
  filter,
  merge,
  mergeMap,
  repeat,
  scan,
  shareReplay,
  startWith,
  take,
  Subject,
  takeUntil,
  timer,
  type Observable,
} from 'rxjs'
import type { CentreConfig } from '../config/centre-config'
import type { CallCentreOptions } from '../create-call-centre'
import { systemClock } from '../sessions/clock'
import { checkRedis } from './check-redis'
import { connectRedis } from './connect'
import { createNodeFront } from './node-front'
import { RedisStore } from './redis-store'
import { createRelay } from './relay'
import { createShard, type Call, type Holder } from './shard'
import { shardKeys } from './shard-scripts'
import { isSameRole, term, type Role } from './term'

export interface NodeOptions extends Omit<CallCentreOptions, 'store' | 'stateFolder' | 'lost' | 'faults'> {
  /** Where the other nodes reach this one, as `http://10.0.0.5:7100`. */
  readonly address: string
  /** As `rediss://name:password@host:6379`. */
  readonly redisUrl: string
  /** A secret that all nodes have, and nobody else. */
  readonly nodeKey: string
}

/** One of the machines on which a call centre runs: it leads, or passes on what arrives to the one that does. */
export interface Node {
  readonly port: number
  /** What it is, and becomes; the present role first. */
  readonly role$: Observable<Role>
  /** Leaves the call centre to the others, and asks customers and seats to come back within `spreadMs`, default 1000. */
  close(options?: { readonly spreadMs?: number }): Promise<void>
}

/** How long a node that does not lead waits before it looks again. */
const lookAgainMs = 300

const waiting: Role = { kind: 'waiting' }
const cut: Role = { kind: 'waiting', isCut: true }

/** Rejects with a `ConfigFault` when the address of Redis is none, or with Node's error when the port cannot be had. */
export async function createNode(config: CentreConfig, options: NodeOptions): Promise<Node> {
  const { address, redisUrl, nodeKey, port = 0, host = '127.0.0.1', log = () => undefined } = options
  const { leaseMs, tls } = config
  const holder = { id: randomBytes(12).toString('base64url'), address }
  const { call, place, close: disconnect } = await connectRedis(redisUrl, leaseMs / 2)
  const parts = { shard: createShard(call, shardKeys(config.sdkAppId), leaseMs), place, holder, leaseMs }
  const closing$ = new Subject<void>()
  const unreached$ = new Subject<Holder>()
  const termOfNow = (): Observable<Role> =>
    term({ config, store: new RedisStore({ ...parts, clock: systemClock() }), options: { ...options, host } })
  const role$ = merge(termAfterTerm(termOfNow, complainTo(log)), unreached$).pipe(
    scan(roleAfter, waiting),
    startWith(waiting),
    distinctUntilChanged(isSameRole),
    takeUntil(closing$),
    shareReplay({ bufferSize: 1, refCount: true }),
  )
  const front = createNodeFront({
    ...{ role$, relay: createRelay(nodeKey, tls !== undefined), ownId: holder.id, tls, log },
    unreached: (leader) => {
      unreached$.next(leader)
    },
  })
  const close = async (spreadMs: number): Promise<void> => {
    closing$.next()
    await front.close(spreadMs)
    disconnect()
  }
  complainOfSettings(role$, call, log)
  try {
    const taken = await front.listen(port, host)
    return { port: taken, role$, close: ({ spreadMs = 1_000 } = {}) => close(spreadMs) }
  } catch (fault) {
    await close(0)
    throw fault
  }
}

function termAfterTerm(
  termOfNow: () => Observable<Role>,
  complain: (fault: unknown) => Observable<never>,
): Observable<Role> {
  return defer(termOfNow).pipe(
    catchError((fault: unknown) => complain(fault).pipe(endWith(cut))),
    repeat({ delay: () => timer(lookAgainMs) }),
  )
}

/** Nobody is known to lead when the one that did cannot be reached, until the next look; one that is reached needs no Redis. */
function roleAfter(role: Role, news: Role | Holder): Role {
  if (news === cut && role.kind === 'following') return role
  if ('kind' in news) return news
  return role.kind === 'following' && role.leader.id === news.id ? waiting : role
}

/** As soon as Redis answers: it may come later than this node. */
function complainOfSettings(role$: Observable<Role>, call: Call, log: (line: string) => void): void {
  const faults$ = role$.pipe(
    filter(({ kind }) => kind !== 'waiting'),
    take(1),
    mergeMap(() => checkRedis(call)),
    catchError(complainTo(log)),
  )
  faults$.subscribe((faults) => {
    for (const fault of faults) log(fault)
  })
}

/** What goes on for long is said once. */
function complainTo(log: (line: string) => void): (fault: unknown) => Observable<never> {
  let last = ''
  return (fault) => {
    const line = fault instanceof Error ? fault.message : String(fault)
    if (line !== last) log(line)
    last = line
    return EMPTY
  }
}
