/** The phone's screen: starts the mini program and shows the bars that WeChat draws around it. */
import type { Session, TcccWxSdk } from 'tccc-wx-sdk'
import { audit, startAudit, type Audit } from './audit'
import { remoteStreams } from './elements/remote-streams'
import { pressByKeyboard } from './elements/touch'
import { answerInspector } from './inspected'
import type { AppConfig } from './program/program'
import { misbehave } from './panel/misbehave'
import { createNavigationBar } from './program/navigation-bar'
import { createPageStack, type PageStack } from './program/page-stack'
import { type OpenPage, startProgram } from './program/run'
import { warn, watchWarnings } from './warnings'
import { happenings, run, watchBrowser } from './wx/environment'
import { countListeners } from './wx/listeners'
import { navigateWithin } from './wx/navigation'
import { wxFor } from './wx/wx'

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
  /** Tells what the phone has to say to a developer, now and later. */
  readonly watchWarnings: typeof watchWarnings
}

declare global {
  var phone: Phone
}

const sessionOf = (sdk: TcccWxSdk): Session | undefined => {
  let session: Session | undefined
  sdk.session$.subscribe((now) => (session = now)).unsubscribe()
  return session
}

/** What `tccc-wx-sdk check` finds, and what of WeChat this phone has not. */
const tellFaults = (): void => {
  miniProgram.faults.forEach(warn)
  for (const tag of miniProgram.unknownTags) {
    warn({
      en: `This phone does not play <${tag}>; it shows a plain box.`,
      zh: `这部手机不支持 <${tag}>，只显示为一个方框。`,
    })
  }
}

/** A place on the screen for each page; the one in sight alone is seen. */
const createPlaces = (main: Element) => {
  const places = new Map<OpenPage, HTMLElement>()
  return {
    add: (openIn: (placeholder: Element) => OpenPage): OpenPage => {
      const place = document.createElement('div')
      const placeholder = document.createElement('div')
      place.append(placeholder)
      main.append(place)
      const page = openIn(placeholder)
      places.set(page, place)
      return page
    },
    show: (top: OpenPage, open: readonly OpenPage[]): void => {
      document.documentElement.dataset['page'] = top.path
      for (const [page, place] of places) {
        place.hidden = page !== top
        if (open.includes(page)) continue
        place.remove()
        places.delete(page)
      }
    },
  }
}

/** Launches the mini program, and opens the page that the address names. */
const showPages = (main: Element): PageStack => {
  const { pages: known, tabBar } = miniProgram.configs['app'] as AppConfig
  const { page, ...query } = Object.fromEntries(new URLSearchParams(location.search)) as Record<string, string>
  const path = known.find((each) => each === page) ?? known[0] ?? ''
  const places = createPlaces(main)
  const titles = new WeakMap<OpenPage, string>()
  const bar = createNavigationBar(miniProgram.configs, () => {
    stack.navigateBack(1)
  })
  const program = startProgram(miniProgram, wxFor, () => stack.pages(), { path, query })
  let inSight: OpenPage | null = null
  const stack: PageStack = createPageStack({
    known,
    tabs: (tabBar?.list ?? []).map(({ pagePath }) => pagePath),
    open: (opened, given) => places.add((placeholder) => program.open(opened, given, placeholder)),
    shown: (top) => {
      if (inSight !== null) titles.set(inSight, bar.title())
      inSight = top
      places.show(top, stack.pages())
      bar.show(top.path, stack.pages().length > 1, titles.get(top))
    },
  })
  navigateWithin(stack)
  stack.reLaunch(`/${path}?${new URLSearchParams(query).toString()}`)
  return stack
}

const start = (): void => {
  startAudit()
  tellFaults()
  const main = document.querySelector('main')
  if (!main) throw new Error('the screen has no place for a page')
  const stack = showPages(main)
  const top = () => stack.pages().at(-1)
  let sdk: TcccWxSdk | null = null
  /** That of the page in sight, by the name that the guide gives it; a page without one leaves that of before. */
  const component = () => (sdk = (top()?.select('#tcccSdk') as TcccWxSdk | null | undefined) ?? sdk)
  run({ hide: () => top()?.hide(), show: () => top()?.show() })
  globalThis.phone = {
    session: () => {
      const now = component()
      return now === null ? undefined : sessionOf(now)
    },
    audit: () => audit(countListeners()),
    pageData: () => top()?.data(),
    remoteStreams,
    ...happenings,
    misbehave,
    closePage: () => {
      if (stack.pages().length > 1) stack.navigateBack(1)
      else top()?.close()
    },
    watchWarnings,
  }
  watchBrowser()
  pressByKeyboard(document)
  component()
  answerInspector(() => component()?.recording())
}

start()
