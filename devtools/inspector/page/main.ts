/** The inspector page: its store, wired to the phones of this browser, to files and to the document. */
import type { Audit } from '../../../call-centre/desk/shared/audit'
import { audit } from '../../../call-centre/desk/shared/audit'
import { fromEvent } from 'rxjs'
import { pageAddress, untilPageHides } from '../../../call-centre/desk/shared/page'
import { chooseLanguage, languageTag } from '../../../call-centre/desk/shared/language'
import { recall, remember } from '../../../call-centre/desk/shared/memory'
import { paint } from '../../../call-centre/desk/shared/paint'
import { createStore, type Transition } from '../../../call-centre/desk/shared/store'
import { dropped, readFile, recordingOfCall, saveRecording, saveSpec } from './files'
import { clickFor } from './keys'
import { phoneRecordings } from './live'
import { noPhones } from './phones'
import { createSettle } from './settle'
import { type InspectorEvent, type InspectorPage, openingState, reduce, shownOf } from './state'
import { inspectorView } from './view'
import { inspectorWords } from './words'

declare global {
  interface Window {
    /** For tests: what the page holds at this moment. */
    inspector: { readonly audit: () => Audit }
  }
}

window.inspector = { audit }

const language = chooseLanguage(pageAddress.search, recall('language'), navigator.languages)
const { dispatch, state$, transition$ } = createStore<InspectorPage, InspectorEvent>(openingState(language), reduce)
const root = document.getElementById('page') ?? document.body
const settle = createSettle(root)
let phones: InspectorPage['phones'] = noPhones

const obey = ({ event, to }: Transition<InspectorPage, InspectorEvent>): void => {
  const shown = shownOf(to)
  phones = to.phones
  if (event.type === 'click/language') remember('language', event.language)
  if (event.type === 'click/file') readFile(event.file).subscribe(dispatch)
  if (event.type === 'click/saveRecording' && shown !== null) saveRecording(shown)
  if (event.type === 'click/saveSpec' && shown !== null) {
    const message = saveSpec(shown)
    if (message !== null) dispatch({ type: 'file/fault', message })
  }
}

const show = (page: InspectorPage): void => {
  document.documentElement.lang = languageTag(page.language)
  document.title = inspectorWords[page.language].inspector
  settle.around(() => {
    paint(root, inspectorView(page, dispatch))
  })
}

const running = transition$.subscribe(obey)
running.add(settle.listening)
running.add(state$.subscribe(show))
running.add(dropped().subscribe(dispatch))
running.add(
  fromEvent<KeyboardEvent>(document, 'keydown').subscribe((event) => {
    const click = clickFor(event)
    if (click === null) return
    event.preventDefault()
    dispatch(click)
  }),
)
running.add(phoneRecordings(() => phones).subscribe(dispatch))
const call = pageAddress.searchParams.get('call')
if (call !== null) running.add(recordingOfCall(call, inspectorWords[language].notKept).subscribe(dispatch))
untilPageHides(running)
