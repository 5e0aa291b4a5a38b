/** The sign-in page: its store, wired to the centre and the document. */
import { ask } from '../shared/account'
import { chooseLanguage, languageTag } from '../shared/language'
import { recall, remember } from '../shared/memory'
import { pageAddress } from '../shared/page'
import { paint } from '../shared/paint'
import { createStore } from '../shared/store'
import { leadsTo, openingState, questionOf, reduce, type SignInEvent, type SignInPage } from './state'
import { signInView } from './view'
import { signInWords } from './words'

const language = chooseLanguage(pageAddress.search, recall('language'), navigator.languages)
const opening = openingState(language, pageAddress)
const { dispatch, state$, transition$ } = createStore<SignInPage, SignInEvent>(opening, reduce)
const root = document.getElementById('page') ?? document.body

transition$.subscribe((transition) => {
  const { event } = transition
  if (event.type === 'click/language') remember('language', event.language)
  const question = questionOf(transition)
  if (question) {
    const { about, method, path, body } = question
    void ask(method, path, body).then((reply) => {
      dispatch({ type: 'centre/answered', about, reply })
    })
  }
  const next = leadsTo(transition)
  if (next !== null) location.replace(next)
})
state$.subscribe((page) => {
  document.documentElement.lang = languageTag(page.language)
  document.title = signInWords[page.language].title
  paint(root, signInView(page, dispatch))
})
dispatch({ type: 'page/opened' })
