/** The workstation page: its store, wired to the centre, the agent and the document. */
import type { Audit } from '../shared/audit'
import { audit } from '../shared/audit'
import { Subject, combineLatest, distinctUntilChanged, fromEvent, map, withLatestFrom } from 'rxjs'
import type { SeatCommand } from '../../seat-messages'
import { pageAddress } from '../shared/address'
import { chooseLanguage, languageTag } from '../shared/language'
import { recall, remember } from '../shared/memory'
import { paint } from '../shared/paint'
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
transition$.subscribe((transition) => {
  const command = commandFor(transition)
  if (command) command$.next(command)
})

let stream: MediaStream | null = null
state$.subscribe(({ call }) => (stream = call?.phase === 'talking' ? call.stream : null))
window.workstation = { remoteStream: () => stream, audit }

state$
  .pipe(
    map(({ who }) => who),
    distinctUntilChanged(),
  )
  .subscribe((who) => {
    remember('seat', who && JSON.stringify(who))
  })
transition$.subscribe(({ event }) => {
  if (event.type === 'click/language') remember('language', event.language)
})

const page = document.getElementById('page') ?? document.body
const inCall$ = state$.pipe(map(({ call }) => call !== null))
combineLatest([state$, ticking(inCall$)]).subscribe(([state]) => {
  const words = workstationWords[state.language]
  document.documentElement.lang = languageTag(state.language)
  document.title = state.call?.phase === 'ringing' ? `● ${words.incoming} ${state.call.caller}` : words.workstation
  paint(page, workstationView(state, Date.now(), dispatch))
})

// Enter answers from anywhere, except where Enter already means something.
fromEvent<KeyboardEvent>(document, 'keydown')
  .pipe(withLatestFrom(state$))
  .subscribe(([{ key, target, repeat }, { call }]) => {
    const elsewhere = target instanceof Element && target.closest('button, input, a') !== null
    if (key === 'Enter' && !repeat && !elsewhere && call?.phase === 'ringing') dispatch({ type: 'click/answer' })
  })

effects(state$, { command$, processed: !searchParams.has('raw-audio') }).subscribe(dispatch)
