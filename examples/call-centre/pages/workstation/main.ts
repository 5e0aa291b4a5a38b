/** The workstation page: its store, wired to the centre, the agent and the document. */
import type { Audit } from '../shared/audit'
import { audit } from '../shared/audit'
import { Subject, combineLatest, fromEvent, map, withLatestFrom } from 'rxjs'
import type { SeatCommand } from '../../seat-messages'
import { pageAddress } from '../shared/address'
import { chooseLanguage, languageTag } from '../shared/language'
import { recall, remember } from '../shared/memory'
import { untilPageHides } from '../shared/page-life'
import { paint } from '../shared/paint'
import type { Transition } from '../shared/store'
import { createStore } from '../shared/store'
import { ticking } from '../shared/ticking'
import { effects } from './effects'
import { commandFor } from './outbox'
import { reduce } from './reduce'
import { parseWho, whoInAddress } from './remembered-seat'
import type { Workstation, WorkstationEvent } from './state'
import { openingState } from './state'
import { workstationView } from './view'
import { workstationWords } from './words'

declare global {
  interface Window {
    /** For tests: what the agent hears, and what the page holds at this moment. */
    workstation: { readonly remoteStream: () => MediaStream | null; readonly audit: () => Audit }
  }
}

const { search, searchParams } = pageAddress
const stored = parseWho(recall('seat'))
const language = chooseLanguage(search, recall('language'), navigator.languages)
const opening = openingState(language, whoInAddress(search) ?? stored, stored)
const { dispatch, state$, transition$ } = createStore<Workstation, WorkstationEvent>(opening, reduce)

const command$ = new Subject<SeatCommand>()
const inCall$ = state$.pipe(map(({ call }) => call !== null))
const page = document.getElementById('page') ?? document.body
let stream: MediaStream | null = null
window.workstation = { remoteStream: () => stream, audit }

const obey = (transition: Transition<Workstation, WorkstationEvent>): void => {
  const { event, from, to } = transition
  const command = commandFor(transition)
  if (command) command$.next(command)
  if (event.type === 'click/language') remember('language', event.language)
  if (from.who !== to.who) remember('seat', to.who && JSON.stringify(to.who))
}

const show = (state: Workstation): void => {
  const { call } = state
  const words = workstationWords[state.language]
  stream = call?.phase === 'talking' ? call.stream : null
  document.documentElement.lang = languageTag(state.language)
  document.title = call?.phase === 'ringing' ? `● ${words.incoming} ${call.caller}` : words.workstation
  paint(page, workstationView(state, Date.now(), dispatch))
}

/** Enter answers from anywhere, except where Enter already means something. */
const answerByKey = ([{ key, target, repeat }, { call }]: readonly [KeyboardEvent, Workstation]): void => {
  const meansOther = target instanceof Element && target.closest('button, input, a') !== null
  if (key === 'Enter' && !repeat && !meansOther && call?.phase === 'ringing') dispatch({ type: 'click/answer' })
}

remember('seat', opening.who && JSON.stringify(opening.who))
const running = transition$.subscribe(obey)
running.add(
  combineLatest([state$, ticking(inCall$)]).subscribe(([state]) => {
    show(state)
  }),
)
running.add(fromEvent<KeyboardEvent>(document, 'keydown').pipe(withLatestFrom(state$)).subscribe(answerByKey))
running.add(effects(state$, { command$, processed: !searchParams.has('raw-audio') }).subscribe(dispatch))
untilPageHides(running)
