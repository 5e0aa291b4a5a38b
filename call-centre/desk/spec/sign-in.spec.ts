import { textOf } from '../shared/h'
import { leadsTo, openingState, questionOf, reduce, type SignInEvent, type SignInPage } from '../sign-in/state'
import type { Transition } from '../shared/store'
import { signInView } from '../sign-in/view'

const lin = { accountId: '1001', name: 'Lin', role: 'seat' } as const
const opened: SignInEvent = { type: 'page/opened' }
const answer = (about: 'link' | 'me' | 'password' | 'choice' | 'change', status: number, body: object = lin) =>
  ({ type: 'centre/answered', about, reply: { status, body } }) as const

const at = (address: string) => openingState('en', new URL(address, 'http://centre'))

/** What the last of these events leads to. */
const step = (from: SignInPage, ...events: readonly SignInEvent[]) =>
  events.reduce<Transition<SignInPage, SignInEvent>>(({ to }, event) => ({ event, from: to, to: reduce(to, event) }), {
    event: opened,
    from,
    to: from,
  })

const shows = ({ to }: { readonly to: SignInPage }): string => textOf(signInView(to, () => undefined))

describe('the sign-in page', () => {
  it('asks who is here, and shows the form to a stranger without a word of trouble', () => {
    const page = at('/sign-in/')
    expect(questionOf(step(page, opened))).toMatchObject({ path: '/api/me' })
    const stranger = step(page, opened, answer('me', 401))
    expect(stranger.to).toMatchObject({ stage: { kind: 'password' }, trouble: null })
    expect(shows(stranger)).toContain('Password')
  })

  it.each([
    ['/sign-in/?to=%2Foperator%2F', '/operator/'],
    ['/sign-in/?to=%2Fworkstation%2F%3Flang%3Dzh', '/workstation/?lang=zh'],
    ['/sign-in/', '/workstation/'],
    ['/sign-in/?to=https://evil.example/', '/workstation/'],
    ['/sign-in/?to=//evil.example/', '/workstation/'],
    ['/sign-in/?to=/%5Cevil.example/', '/workstation/'],
    ['/sign-in/?to=javascript:alert(1)', '/workstation/'],
  ])('at %s leads to %s after a right password, and never elsewhere', (address, to) => {
    const submit = { type: 'submit/password', accountId: '1001', password: 'x' } as const
    expect(leadsTo(step(at(address), opened, answer('me', 401), submit, answer('password', 200)))).toBe(to)
  })

  it('says to whom is signed in that the page is not for this role, and leads nowhere', () => {
    const refused = step(at('/sign-in/?to=%2Faccounts%2F'), opened, answer('me', 200))
    expect(leadsTo(refused)).toBeNull()
    expect(shows(refused)).toContain('This page is not open to your account.')
  })

  it('lets the reader of a link choose a password, typed twice', () => {
    const page = at('/sign-in/#code')
    expect(questionOf(step(page, opened))).toMatchObject({ path: '/api/sign-in/link', body: { code: 'code' } })
    const choosing = step(page, opened, answer('link', 409))
    expect(shows(choosing)).toContain('Choose a password')
    const different = step(choosing.to, { type: 'submit/choice', password: 'long enough', again: 'other' })
    expect(questionOf(different)).toBeNull()
    expect(shows(different)).toContain('The two are different.')
    const same = step(different.to, { type: 'submit/choice', password: 'long enough', again: 'long enough' })
    expect(questionOf(same)).toMatchObject({ body: { code: 'code', password: 'long enough' } })
    expect(leadsTo(step(same.to, answer('choice', 200)))).toBe('/workstation/')
  })

  it.each([
    ['a link that was used', answer('link', 410, {}), 'This link is not good any more'],
    ['a wrong password', answer('password', 401, {}), 'The account or the password is wrong.'],
    ['too many', answer('password', 429, {}), 'Too many wrong passwords.'],
    ['a centre that does not answer', answer('password', 0, {}), 'The call centre does not answer.'],
  ])('says what to do about %s', (_, event, words) => {
    expect(shows(step(at('/sign-in/'), opened, event))).toContain(words)
  })
})
