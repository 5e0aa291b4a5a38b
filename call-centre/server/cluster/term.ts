import { Observable } from 'rxjs'
import type { CentreConfig } from '../config/centre-config'
import { openCentre, type OpenCentre, type Placed } from '../create-call-centre'
import { HeldElsewhere, type RedisStore } from './redis-store'
import type { Holder } from './shard'

/** What a node is. `waiting`: nobody is known to lead. */
export type Role =
  /** `isCut`: Redis does not answer this node; another one may know who leads. */
  | { readonly kind: 'waiting'; readonly isCut?: boolean }
  | { readonly kind: 'following'; readonly leader: Holder }
  | { readonly kind: 'leading'; readonly centre: OpenCentre; readonly isHeld: () => boolean }

interface Parts {
  readonly config: CentreConfig
  readonly store: RedisStore
  readonly options: Omit<Placed, 'store' | 'stateFolder' | 'lost'>
}

/**
 * One try to lead, and the term that follows from it. It completes when another node leads, or when the shard is lost; it
 * errors when nobody knows. Whoever unsubscribes while it leads has closed the centre before.
 */
export function term({ config, store, options }: Parts): Observable<Role> {
  return new Observable((role) => {
    store.tenure.onLost(() => {
      role.next({ kind: 'waiting' })
    })
    const lost = (): void => {
      role.complete()
    }
    openCentre(config, { ...options, store, lost }).then(
      async (centre) => {
        await centre.app.ready()
        if (role.closed) await centre.close()
        else role.next({ kind: 'leading', centre, isHeld: store.tenure.isHeld })
      },
      (fault: unknown) => {
        if (!(fault instanceof HeldElsewhere)) {
          role.error(fault)
          return
        }
        role.next({ kind: 'following', leader: fault.holder })
        role.complete()
      },
    )
  })
}

/** A leader that was looked up again is the same. */
export function isSameRole(one: Role, other: Role): boolean {
  if (one.kind === 'following' && other.kind === 'following') return one.leader.id === other.leader.id
  return one === other || (one.kind === 'waiting' && other.kind === 'waiting' && one.isCut === other.isCut)
}
