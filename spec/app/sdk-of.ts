/** A call as the entries beside the voice take it: what a page says there goes into the call, and is told to `said`. */
import { aside, type Call } from '../../lib/entries/call'

type Said = Readonly<Record<string, unknown>>

export const sdkOf = (call: Call, said: (about: string, value: Said) => void = () => undefined) => ({
  session$: call.session$,
  event$: call.event$,
  now: () => 7,
  aside: (about: string, value: Said) => {
    said(about, value)
    call.dispatch(aside(about, value))
  },
})
