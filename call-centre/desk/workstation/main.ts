/** The workstation page: its store, wired to the centre, the agent and the document. */
import type { Audit } from '../shared/audit'
import { audit } from '../shared/audit'
import { Subject, combineLatest, filter, fromEvent, map, withLatestFrom } from 'rxjs'
import { mayAs } from '../../server/accounts/account'
import type { SeatCommand } from '../../server/desk-messages'
import { leaveWhenSignedOut, me } from '../shared/account'
import { pageAddress, untilPageHides } from '../shared/page'
import { deskName } from '../shared/desk-name'
import { chooseLanguage, languageTag } from '../shared/language'
import { recall, recallForGood, remember, rememberForGood } from '../shared/memory'
import { paint } from '../shared/paint'
import type { Transition } from '../shared/store'
import { createStore } from '../shared/store'
import { ticking } from '../shared/times'
import { effects } from './effects'
import { actOf, pressedBy } from './keys'
import { commandsFor } from './outbox'
import { reduce } from './reduce'
import { parseSoundWishes } from './sound'
import { isWithCustomer } from './consult'
import type { WorkstationEvent } from './events'
import type { TalkingCall, Workstation } from './state'
import { openingState } from './state'
import { tabSign } from './tab-sign'
import { workstationView } from './view'
import { parseWishes, wishesOf } from './wishes'

declare global {
  interface Window {
    /** For tests: what the agent hears, and what the page holds at this moment. */
    workstation: { readonly remoteStream: () => MediaStream | null; readonly audit: () => Audit }
  }
}

const { search, searchParams } = pageAddress
const language = chooseLanguage(search, recall('language'), navigator.languages)
const { accountId, name, role } = await me()
const account = { seatId: accountId, name }
const opening = openingState(language, {
  // Only who was here before sits down without being asked.
  who: recall('seat') === accountId ? account : null,
  account,
  supervises: mayAs(role, 'supervisor'),
  desk: await deskName(),
  wishes: parseWishes(recall('wishes')),
  sound: parseSoundWishes(recallForGood('sound')),
})
/** Goes on evenly however the machine's clock is set, as the clock of a talk must. */
const now = (): number => performance.timeOrigin + performance.now()
const { dispatch, state$, transition$ } = createStore<Workstation, WorkstationEvent>(opening, reduce, now)

const command$ = new Subject<SeatCommand>()
const inCall$ = state$.pipe(map(({ call }) => call !== null))
const isSeated$ = state$.pipe(map(({ who }) => who !== null))
const page = document.getElementById('page') ?? document.body
const tabIcon = document.querySelector('link[rel="icon"]')
let stream: MediaStream | null = null
window.workstation = { remoteStream: () => stream, audit }

const obey = (transition: Transition<Workstation, WorkstationEvent>): void => {
  const { event, from, to } = transition
  for (const command of commandsFor(transition)) command$.next(command)
  if (event.type === 'click/language') remember('language', event.language)
  if (from.who !== to.who) remember('seat', to.who?.seatId ?? null)
  if (from.sound.wishes !== to.sound.wishes) rememberForGood('sound', JSON.stringify(to.sound.wishes))
  const wishes = JSON.stringify(wishesOf(to))
  if (wishes !== JSON.stringify(wishesOf(from))) remember('wishes', wishes)
}

/** Three together are heard one by one: of the two others, it is the customer then. */
const heardIn = (call: TalkingCall): MediaStream | null =>
  isWithCustomer(call) || call.consult === null ? call.stream : call.consult.stream

const show = (state: Workstation): void => {
  const { call } = state
  const { title, icon } = tabSign(state)
  stream = call?.phase === 'talking' ? heardIn(call) : null
  document.documentElement.lang = languageTag(state.language)
  document.title = title
  if (tabIcon?.getAttribute('href') !== icon) tabIcon?.setAttribute('href', icon)
  paint(page, workstationView(state, now(), dispatch))
}

const focusOn = (name: string): void => page.querySelector<HTMLElement>(`[data-do="${name}"]`)?.focus()

const obeyKey = ([event, state]: readonly [KeyboardEvent, Workstation]): void => {
  const act = actOf(pressedBy(event), state)
  if (act === null) return
  // Or the browser, or the button in focus, would take it as well.
  event.preventDefault()
  if (act === 'notes') focusOn('notes')
  else dispatch(act)
  if (act !== 'notes' && act.type === 'click/chooseSeat') focusOn('search-seats')
}

remember('seat', opening.who?.seatId ?? null)
const running = transition$.subscribe(obey)
running.add(
  combineLatest([state$, ticking(inCall$), ticking(isSeated$, 1_000)]).subscribe(([state]) => {
    show(state)
  }),
)
running.add(fromEvent<KeyboardEvent>(document, 'keydown').pipe(withLatestFrom(state$)).subscribe(obeyKey))
const event$ = transition$.pipe(map(({ event }) => event))
running.add(effects(state$, { command$, event$, processed: !searchParams.has('raw-audio') }).subscribe(dispatch))
const lost$ = event$.pipe(filter(({ type }) => type === 'line/lost' || type === 'line/gaveUp'))
running.add(leaveWhenSignedOut(lost$).subscribe())
untilPageHides(running)
