import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import type { Identify } from './identity'
import { ownerOf } from './user-id'

/** As long as codes of WeChat are good, so that nobody can bring an older one a second time. */
const codeLifeMs = 300_000

/** For development: asks nobody. A code is good once, and `name-random` belongs to `name`. */
export function createLocalIdentify(clock: Clock, shelf: Shelf): Identify {
  const used = new Map(shelf.all('jsCode') as ReadonlyMap<string, number>)
  return ({ jsCode }) => {
    const now = clock.now()
    forget(used, now - codeLifeMs, shelf)
    if (used.has(jsCode)) return Promise.resolve('code')
    used.set(jsCode, now)
    shelf.put('jsCode', jsCode, () => now)
    return Promise.resolve({ userId: ownerOf(jsCode) })
  }
}

function forget(used: Map<string, number>, before: number, shelf: Shelf): void {
  for (const [code, at] of used) {
    if (at > before) continue
    used.delete(code)
    shelf.remove('jsCode', code)
  }
}
