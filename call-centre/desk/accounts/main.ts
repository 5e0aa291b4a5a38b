/** The accounts page: its store, wired to the centre and the document. */
import { ask, me, toSignIn } from '../shared/account'
import { chooseLanguage, languageTag } from '../shared/language'
import { recall, remember } from '../shared/memory'
import { pageAddress } from '../shared/page'
import { paint } from '../shared/paint'
import { createStore } from '../shared/store'
import { type AccountsEvent, type AccountsPage, openingState, questionsOf, reduce } from './state'
import { accountsView } from './view'
import { accountsWords } from './words'

const language = chooseLanguage(pageAddress.search, recall('language'), navigator.languages)
const opening = openingState(language, await me(), pageAddress.origin)
const { dispatch, state$, transition$ } = createStore<AccountsPage, AccountsEvent>(opening, reduce)
const root = document.getElementById('page') ?? document.body

/** Where the browser does not let a page copy, the link is selected instead. */
const copy = (address: string): void => {
  document.querySelector<HTMLInputElement>('[data-link]')?.select()
  navigator.clipboard.writeText(address).catch(() => undefined)
}

transition$.subscribe((transition) => {
  const { event, to } = transition
  if (event.type === 'click/language') remember('language', event.language)
  if (event.type === 'click/copy' && to.link !== null) copy(to.link.address)
  if (event.type === 'centre/answered' && event.reply.status === 401) toSignIn()
  for (const { about, method, path, body, name } of questionsOf(transition)) {
    void ask(method, path, body).then((reply) => {
      dispatch({ type: 'centre/answered', about, name, reply })
    })
  }
})
state$.subscribe((page) => {
  document.documentElement.lang = languageTag(page.language)
  document.title = accountsWords[page.language].title
  paint(root, accountsView(page, Date.now(), dispatch))
})
dispatch({ type: 'page/opened' })
