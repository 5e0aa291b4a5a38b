/** A page that leaves the line by `waiting`, and rates by `rating`, as those entries let it. */
import { ignoreElements, merge, NEVER, type Observable } from 'rxjs'
import type { Call, ServerMessage } from '../../lib/entries/call'
import { rating } from '../../lib/entries/rating'
import { SESSION_ID } from '../../lib/entries/testing'
import { waiting } from '../../lib/entries/waiting'
import { sdkOf } from '../app/sdk-of'

const said = (about: string, body: object): ServerMessage => ({
  ...{ type: 'call/aside', sessionId: SESSION_ID, about },
  body: JSON.stringify(body),
})

/** What the call centre says to such a page, beside the letters of the kit. */
export const OFFERS: Readonly<Record<string, ServerMessage>> = {
  w: said('waiting', { offer: { turn: 'T1', backWithinMs: 300_000 } }),
  u: said('rating', { question: 'How was it?', scale: 5, tags: [], comment: false, thanks: '' }),
}

interface Page {
  readonly act: (letter: string) => void
  /** To be subscribed while the page is there. */
  readonly shows$: Observable<never>
}

const NONE: Page = { act: () => undefined, shows$: NEVER }

/** The customer allows every message. */
const phone = () => ({
  requestSubscribeMessage: ({
    tmplIds,
    success,
  }: {
    tmplIds: readonly string[]
    success: (answers: object) => void
  }) => {
    success(Object.fromEntries(tmplIds.map((id) => [id, 'accept'])))
  },
})

/** `line`: of the page. One that leaves no line and rates nothing shows none of it either. */
export const entriesOf = (call: Call, line = ''): Page => {
  const [leaves, rates] = [line.includes('l'), line.includes('j')]
  if (!leaves && !rates) return NONE
  Object.assign(globalThis, { wx: phone() })
  const [{ offer$, leave }, { question$, rate }] = [waiting(sdkOf(call)), rating(sdkOf(call))]
  return {
    act: (letter) => {
      if (letter === 'l') leave()
      if (letter === 'j') rate({ score: 5 })
    },
    shows$: merge(leaves ? offer$ : NEVER, rates ? question$ : NEVER).pipe(ignoreElements()),
  }
}
