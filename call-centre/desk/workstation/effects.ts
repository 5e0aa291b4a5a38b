/** What the workstation's state sets going and stops again: the line, all that sounds, notices, and what asks before leaving. */
import { EMPTY, type Observable, filter, switchMap } from 'rxjs'
import type { SeatCommand, SeatNotice } from '../../server/desk-messages'
import { seatDialect } from '../shared/desk-dialect'
import { pageLine } from '../shared/page-line'
import { companyMessages, companyWindow } from './company-page'
import { askForNotices$, desktopNotice, type Notice, noticePermission$ } from './desktop-notice'
import { searchHistory } from './history'
import { askBeforeLeaving } from './leaving'
import { writing } from './remark'
import { sideBySide } from './side-by-side'
import { soundEffects, type SoundOptions } from './sound-effects'
import type { WorkstationEvent } from './events'
import { conversation, type Workstation } from './state'
import { isSame, whenChanged } from './when-changed'
import { workstationWords } from './words'

export interface EffectOptions extends SoundOptions {
  /** What goes to the centre. */
  readonly command$: Observable<SeatCommand>
}

const ringingNotice = ({ call, language }: Workstation): Notice | null => {
  const words = workstationWords[language]
  return call?.phase === 'ringing' && call.said === null
    ? {
        sessionId: call.sessionId,
        title: call.askedBy === undefined ? words.incoming : words.askingTitle(call.askedBy),
        body: `${call.caller || words.unknownCaller} · ${call.channel}\n${words.clickAnswers}`,
      }
    : null
}

/** All that happens to the workstation but for clicks. Each part lives exactly as long as the state asks for it. */
export function effects(
  state$: Observable<Workstation>,
  { command$, event$, processed }: EffectOptions,
): Observable<WorkstationEvent> {
  const line$ = whenChanged(state$, ({ who }) => who).pipe(
    switchMap((who) =>
      who ? pageLine<SeatCommand, SeatNotice>({ path: '/seat', dialect: seatDialect, said$: command$ }) : EMPTY,
    ),
  )
  const notice$ = whenChanged(state$, ringingNotice, isSame).pipe(
    switchMap((notice) => (notice === null ? EMPTY : desktopNotice(notice))),
  )
  const asked$ = event$.pipe(
    filter(({ type }) => type === 'click/noticesOn'),
    switchMap(() => askForNotices$),
  )
  const leaving$ = askBeforeLeaving(
    window,
    whenChanged(state$, (state) => conversation(state) !== null),
  )
  const history$ = searchHistory(state$)
  const company$ = companyMessages(window, companyWindow, state$)
  return sideBySide<WorkstationEvent>([
    ...[line$, noticePermission$, asked$, notice$, leaving$, writing(state$), history$, company$],
    ...soundEffects(state$, { event$, processed }),
  ])
}
