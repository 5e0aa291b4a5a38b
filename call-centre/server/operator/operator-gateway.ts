import type { Audit } from '../accounts/audit'
import type { CentreConfig } from '../config/centre-config'
import type { OperatorCommand, OperatorNotice } from '../operator-messages'
import type { Centre } from '../sessions/centre'
import type { Clock } from '../sessions/clock'
import { admitAccount } from '../signalling/admit-account'
import { frameReader } from '../signalling/client-frame'
import type { Link } from '../signalling/link'
import { createLinkDoor, type LinkDoor } from '../signalling/link-door'
import { noShelf } from '../state/shelf'
import schema from './operator-command.schema.json'
import { noticesOf, pictureOf, type Picture } from './picture'

export interface OperatorGateway extends Pick<LinkDoor<OperatorNotice>, 'open' | 'goAway'> {
  /** There is news: each page hears of it, at most ten times a second. */
  changed(): void
}

interface GatewayParts {
  readonly config: CentreConfig
  readonly clock: Clock
  readonly centre: Pick<Centre, 'stop' | 'state'>
  readonly audit: Pick<Audit, 'note'>
}

type OperatorLink = Link<OperatorCommand, OperatorNotice>
type Pages = Map<OperatorLink, Picture | undefined>

const pauseMs = 100
/** A page that closes its line itself does not come back to it. */
const done = 1000

const read = frameReader<OperatorCommand>(schema, Object.keys(schema.$defs))

/** The door of the operator pages: the link of a customer (PROTOCOL.md §3), and what each of them was told. */
export function createOperatorGateway({ config, clock, centre, audit }: GatewayParts): OperatorGateway {
  const pages: Pages = new Map()
  const changed = createShow(pages, clock, centre)
  const door: LinkDoor<OperatorNotice> = createLinkDoor<OperatorCommand, OperatorNotice>({
    ...{ config, clock, read, kind: 'operatorLink' },
    // A picture is old before it is kept; on a new link a page asks again for what was not acknowledged.
    shelf: noShelf,
    admit: (opening, links, accountId) => admitAccount(config, opening, links, accountId),
    listener: {
      message({ userId }, { sessionId }) {
        if (centre.stop(sessionId, 'operator')) audit.note({ deed: 'callEnded', by: userId, about: sessionId })
      },
      opened(link) {
        pages.set(link, undefined)
        changed()
      },
      up: changed,
      lost(link, code) {
        if (code !== done) return
        pages.delete(link)
        door.dismiss(link.linkId, code, 'done')
      },
      gone(link) {
        pages.delete(link)
      },
    },
  })
  return { open: door.open, goAway: door.goAway, changed }
}

/** `due`: in the pause after a picture, and there is more to show. */
type Stage = 'idle' | 'pausing' | 'due'

/** A page that has not taken the last picture waits for the next one: a slow line gets fewer, and no heap. */
function createShow(pages: Pages, clock: Clock, centre: Pick<Centre, 'state'>): () => void {
  let stage: Stage = 'idle'
  const tell = (ready: Iterable<readonly [OperatorLink, Picture | undefined]>, now: Picture): void => {
    for (const [link, told] of ready) {
      for (const notice of noticesOf(now, told)) link.send(notice)
      pages.set(link, now)
    }
  }
  const show = (): void => {
    const present = [...pages].filter(([{ isUp }]) => isUp)
    if (present.length === 0) return
    const ready = present.filter(([{ flow }]) => flow.waiting() === 0)
    if (ready.length > 0) tell(ready, pictureOf(centre.state()))
    stage = ready.length < present.length ? 'due' : 'pausing'
    clock.after(pauseMs, () => {
      const isDue = stage === 'due'
      stage = 'idle'
      if (isDue) show()
    })
  }
  return () => {
    if (stage === 'idle') show()
    else stage = 'due'
  }
}
