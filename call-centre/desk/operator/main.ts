/** The operator page: its store, wired to the centre and the document. */
import type { Audit } from '../shared/audit'
import { audit } from '../shared/audit'
import { Subject, combineLatest, filter, map } from 'rxjs'
import type { OperatorCommand } from '../../server/operator-messages'
import { leaveWhenSignedOut } from '../shared/account'
import { pageAddress, untilPageHides } from '../shared/page'
import { chooseLanguage, languageTag } from '../shared/language'
import { recall, remember } from '../shared/memory'
import { operatorDialect } from '../shared/desk-dialect'
import { pageLine } from '../shared/page-line'
import { paint } from '../shared/paint'
import type { Transition } from '../shared/store'
import { createStore } from '../shared/store'
import { ticking } from '../shared/times'
import { reports } from './reports'
import type { OperatorEvent, OperatorPage } from './state'
import { commandFor, openingState, reduce } from './state'
import { operatorView } from './view'
import { operatorWords } from './words'

declare global {
  interface Window {
    /** For tests: what the page holds at this moment. */
    operator: { readonly audit: () => Audit }
  }
}

window.operator = { audit }

const language = chooseLanguage(pageAddress.search, recall('language'), navigator.languages)
const { dispatch, state$, transition$ } = createStore<OperatorPage, OperatorEvent>(openingState(language), reduce)

const command$ = new Subject<OperatorCommand>()
const isLive$ = state$.pipe(map(({ sessions, seats }) => sessions.length + seats.length > 0))
const root = document.getElementById('page') ?? document.body

const obey = (transition: Transition<OperatorPage, OperatorEvent>): void => {
  const command = commandFor(transition)
  if (command) command$.next(command)
  if (transition.event.type === 'click/language') remember('language', transition.event.language)
}

const show = (page: OperatorPage): void => {
  document.documentElement.lang = languageTag(page.language)
  document.title = operatorWords[page.language].operator
  paint(root, operatorView(page, Date.now(), dispatch))
}

const running = transition$.subscribe(obey)
running.add(
  combineLatest([state$, ticking(isLive$, 500)]).subscribe(([page]) => {
    show(page)
  }),
)
running.add(pageLine({ path: '/operator', dialect: operatorDialect, said$: command$ }).subscribe(dispatch))
const lost$ = transition$.pipe(filter(({ event }) => event.type === 'line/lost' || event.type === 'line/gaveUp'))
running.add(leaveWhenSignedOut(lost$).subscribe())
running.add(reports(state$.pipe(map(({ day }) => day))).subscribe(dispatch))
untilPageHides(running)
