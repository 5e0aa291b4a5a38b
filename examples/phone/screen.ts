/** The phone's screen: starts the mini program and shows the bars that WeChat draws around it. */
import type { Session, TcccWxSdk } from 'tccc-wx-sdk'
import { audit, startAudit, type Audit } from './audit'
import { pressByKeyboard } from './elements/keyboard'
import { remoteStreams } from './elements/remote-streams'
import { answerInspector } from './inspected'
import type { AppConfig } from './program/program'
import { misbehave } from './panel/misbehave'
import { openPage } from './program/run'
import { showNavigationBar } from './program/navigation-bar'
import { happenings, run, watchBrowser } from './wx/environment'
import { countListeners } from './wx/listeners'
import { wx } from './wx/wx'

/** What a test, or a curious person at the console, can ask of the phone and do to it. */
export interface Phone {
  readonly audit: () => Audit
  /** The `data` of the open page. */
  readonly pageData: () => unknown
  /** The session of the component on the page; `undefined`: the page has none. */
  readonly session: () => Session | undefined
  /** What the phone hears from the seat. */
  readonly remoteStreams: () => readonly MediaStream[]
  readonly hideApp: () => void
  readonly showApp: () => void
  readonly beginInterruption: () => void
  readonly endInterruption: () => void
  /** Does wrong what a phone may do wrong: `panel/misbehaviours.ts` has the names. */
  readonly misbehave: typeof misbehave
  /** Leaves the page, as the back button does. */
  readonly closePage: () => void
}

declare global {
  var phone: Phone
}

const sessionOf = (sdk: TcccWxSdk): Session | undefined => {
  let session: Session | undefined
  sdk.session$.subscribe((now) => (session = now)).unsubscribe()
  return session
}

const start = (): void => {
  startAudit()
  const query = Object.fromEntries(new URLSearchParams(location.search))
  const { pages } = miniProgram.configs['app'] as AppConfig
  const path = pages.find((page) => page === query['page']) ?? pages[0] ?? ''
  showNavigationBar(miniProgram.configs, path)
  document.documentElement.dataset['page'] = path
  const placeholder = document.querySelector('#page')
  if (!placeholder) throw new Error('the screen has no place for a page')
  const page = openPage(miniProgram, wx, { path, query }, placeholder)
  run(page)
  // The name that the guide gives it.
  const component = () => page.select('#tcccSdk') as TcccWxSdk | null
  const session = () => {
    const sdk = component()
    return sdk === null ? undefined : sessionOf(sdk)
  }
  globalThis.phone = {
    session,
    audit: () => audit(countListeners()),
    pageData: page.data,
    remoteStreams,
    ...happenings,
    misbehave,
    closePage: page.close,
  }
  watchBrowser()
  pressByKeyboard(document)
  page.begin()
  const sdk = component()
  answerInspector(() => sdk?.recording())
}

start()
