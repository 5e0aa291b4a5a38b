/** The history page: its store, wired to the centre and the document. */
import { ask, me, toSignIn } from '../shared/account'
import { chooseLanguage, languageTag } from '../shared/language'
import { recall, remember } from '../shared/memory'
import { pageAddress } from '../shared/page'
import { paint } from '../shared/paint'
import { createStore } from '../shared/store'
import { answerTo } from './recording-effects'
import { type HistoryEvent, type HistoryPage, openingState, questionOf, reduce } from './state'
import { historyView } from './view'
import { historyWords } from './words'

const language = chooseLanguage(pageAddress.search, recall('language'), navigator.languages)
const opening = openingState(language, await me())
const { dispatch, state$, transition$ } = createStore<HistoryPage, HistoryEvent>(opening, reduce)
const root = document.getElementById('page') ?? document.body

transition$.subscribe((transition) => {
  const { event } = transition
  if (event.type === 'click/language') remember('language', event.language)
  if (event.type === 'centre/answered' && event.reply.status === 401) toSignIn()
  void answerTo(event).then((answer) => {
    if (answer !== null) dispatch(answer)
  })
  const question = questionOf(transition)
  if (question === null) return
  void ask('GET', question.path).then((reply) => {
    dispatch({ type: 'centre/answered', question, reply })
  })
})
state$.subscribe((page) => {
  document.documentElement.lang = languageTag(page.language)
  document.title = historyWords[page.language].title
  paint(root, historyView(page, Date.now(), dispatch))
})
dispatch({ type: 'page/opened' })
