/** The sub-components that a page may place in the component: each renders its tag where the page wants it. */
import type { Instance } from './instance'
import type { SubComponent } from './sub-component'
import type { Elsewhere } from './view'

const child = (leg: keyof Elsewhere) => ({
  type: 'child' as const,
  linked(this: Instance, part: unknown) {
    const placed = part as SubComponent
    placed.host = this
    this.place({ [leg]: placed })
  },
  unlinked(this: Instance) {
    this.place({ [leg]: null })
  },
})

export const relations = { './pusher': child('pusher'), './player': child('player') }
