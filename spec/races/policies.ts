/** The policies that a picture can name, with their limits in milliseconds. */
import { delay, filter, map, take } from 'rxjs'
import {
  dialLimit,
  hangUp,
  hangUpWhenHidden,
  interruptionGrace,
  named,
  type Policy,
  ringLimit,
  waitingLimit,
} from '../../lib/entries/policies'

/** What a user may write: it never lets go of its timer. */
const careless = ({ ms }: { readonly ms: number }): Policy =>
  named('careless', ({ session$ }) =>
    session$.pipe(
      filter(({ phase }) => phase === 'ringing'),
      take(1),
      delay(ms),
      map(() => hangUp()),
    ),
  )

const POLICIES: Readonly<Record<string, (options: { readonly ms: number }) => Policy>> = {
  careless,
  dialLimit,
  hangUpWhenHidden,
  interruptionGrace,
  ringLimit,
  waitingLimit,
}

/** `ringLimit 5` is `[ringLimit({ ms: 5 })]`. */
export const policiesOf = (text: string): readonly Policy[] => {
  const [name = '', ms] = text.split(' ')
  const policy = POLICIES[name]
  if (policy === undefined) throw new Error(`no policy is named ${name}`)
  return [policy({ ms: Number(ms) })]
}
