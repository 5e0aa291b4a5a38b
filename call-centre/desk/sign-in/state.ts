/** What the sign-in page knows, and what it asks the centre. */
import type { Me, Reply } from '../shared/account'
import type { Language } from '../shared/language'
import type { Transition } from '../shared/store'

/** What the page shows. */
export type Stage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'password' }
  /** A link of an administrator was opened: its reader chooses a password. */
  | { readonly kind: 'choosing'; readonly who: Me }
  | { readonly kind: 'linkVoid' }
  /** Somebody is signed in. */
  | { readonly kind: 'signedIn'; readonly who: Me; readonly changing: boolean }

export type Trouble = 'wrong' | 'tooMany' | 'poor' | 'different' | 'busy' | 'unreachable' | null

export interface SignInPage {
  readonly language: Language
  readonly stage: Stage
  /** The code of a one-time link; empty: the page was opened without. */
  readonly code: string
  /** The page that was asked for, as `/operator/`. */
  readonly to: string | null
  readonly trouble: Trouble
  /** The centre is asked, and has not answered yet. */
  readonly asking: boolean
  readonly changed: boolean
}

export type SignInEvent =
  | { readonly type: 'page/opened' }
  | { readonly type: 'submit/password'; readonly accountId: string; readonly password: string }
  | { readonly type: 'submit/choice'; readonly password: string; readonly again: string }
  | { readonly type: 'submit/change'; readonly old: string; readonly password: string; readonly again: string }
  | { readonly type: 'click/change' }
  | { readonly type: 'click/signOut'; readonly everywhere: boolean }
  | { readonly type: 'click/language'; readonly language: Language }
  | { readonly type: 'centre/answered'; readonly about: Question['about']; readonly reply: Reply }

/** What the centre is asked. */
export interface Question {
  readonly about: 'link' | 'me' | 'password' | 'choice' | 'change' | 'signOut'
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: object
}

/** Only a page of this centre: a link from elsewhere leads nowhere else. */
const pathIn = (search: string): string | null => {
  const to = new URLSearchParams(search).get('to')
  return to !== null && /^\/[a-z-]+\/(\?[^#\\]*)?$/.test(to) ? to : null
}

export const openingState = (language: Language, { search, hash }: Pick<URL, 'search' | 'hash'>): SignInPage => ({
  ...{ language, stage: { kind: 'looking' }, code: hash.slice(1), to: pathIn(search) },
  ...{ trouble: null, asking: true, changed: false },
})

const troubles: Readonly<Record<number, Trouble>> = {
  0: 'unreachable',
  400: 'poor',
  401: 'wrong',
  429: 'tooMany',
  503: 'busy',
}

const signedIn = (page: SignInPage, body: object, changed = false): SignInPage => ({
  ...{ ...page, code: '', trouble: null, asking: false, changed },
  stage: { kind: 'signedIn', who: body as Me, changing: false },
})

const onAnswer = (page: SignInPage, about: Question['about'], { status, body }: Reply): SignInPage => {
  if (about === 'signOut') return { ...page, stage: { kind: 'password' }, asking: false, to: null }
  if (status === 200) return signedIn(page, body, about === 'change')
  if (status === 409) return { ...page, stage: { kind: 'choosing', who: body as Me }, asking: false }
  if (status === 410) return { ...page, stage: { kind: 'linkVoid' }, asking: false }
  const trouble = about === 'me' && status === 401 ? null : (troubles[status] ?? 'unreachable')
  const stage: Stage = page.stage.kind === 'looking' ? { kind: 'password' } : page.stage
  return { ...page, stage, trouble, asking: false }
}

export const reduce = (page: SignInPage, event: SignInEvent): SignInPage => {
  switch (event.type) {
    case 'centre/answered':
      return onAnswer(page, event.about, event.reply)
    case 'click/language':
      return { ...page, language: event.language }
    case 'click/change':
      return page.stage.kind === 'signedIn'
        ? { ...page, stage: { ...page.stage, changing: !page.stage.changing }, trouble: null, changed: false }
        : page
    case 'submit/choice':
    case 'submit/change':
      return event.password === event.again
        ? { ...page, asking: true, trouble: null }
        : { ...page, trouble: 'different' }
    default:
      return { ...page, asking: true, trouble: null }
  }
}

/** What a transition asks the centre. */
export const questionOf = ({ event, to: page }: Transition<SignInPage, SignInEvent>): Question | null => {
  const { code } = page
  switch (event.type) {
    case 'page/opened':
      return code === ''
        ? { about: 'me', method: 'GET', path: '/api/me' }
        : { about: 'link', method: 'POST', path: '/api/sign-in/link', body: { code } }
    case 'submit/password': {
      const { accountId, password } = event
      return { about: 'password', method: 'POST', path: '/api/sign-in', body: { accountId, password } }
    }
    case 'submit/choice': {
      const { password } = event
      if (page.trouble !== null) return null
      return { about: 'choice', method: 'POST', path: '/api/sign-in/link', body: { code, password } }
    }
    case 'submit/change': {
      const { old, password } = event
      if (page.trouble !== null) return null
      return { about: 'change', method: 'POST', path: '/api/password', body: { password: old, newPassword: password } }
    }
    case 'click/signOut':
      return { about: 'signOut', method: 'POST', path: '/api/sign-out', body: { everywhere: event.everywhere } }
    default:
      return null
  }
}

/** The page of each role. */
const HOMES = { seat: '/workstation/', supervisor: '/operator/', administrator: '/accounts/' } as const

export const homeOf = ({ role }: Me): string => HOMES[role]

/** Where a fresh sign-in leads at once. */
export const leadsTo = ({ event, to: page }: Transition<SignInPage, SignInEvent>): string | null => {
  if (event.type !== 'centre/answered' || !['link', 'password', 'choice'].includes(event.about)) return null
  return page.stage.kind === 'signedIn' ? (page.to ?? homeOf(page.stage.who)) : null
}
