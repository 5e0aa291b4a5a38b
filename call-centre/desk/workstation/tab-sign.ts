/** What the page's tab shows, so that a call is seen from other tabs: the title and the icon. */
import type { Workstation } from './state'
import { workstationWords } from './words'

export interface TabSign {
  readonly title: string
  /** The address of the icon. */
  readonly icon: string
}

type Mood = 'ringing' | 'talking' | 'held' | 'wrapUp' | 'online' | 'away' | 'lost'

/** Each mood with its colour, and a mark, as colours alone are not seen by all. */
const MOODS: Readonly<Record<Mood, readonly [colour: string, mark: string]>> = {
  ringing: ['#b3261e', '!'],
  talking: ['#0b5f8a', '▶'],
  held: ['#8a5200', 'Ⅱ'],
  wrapUp: ['#4f4ea8', '✎'],
  online: ['#14713f', ''],
  away: ['#4f4ea8', '–'],
  lost: ['#53616f', '×'],
}

const moodOf = ({ who, link, call, status }: Workstation): Mood => {
  if (call?.phase === 'talking') return call.held ? 'held' : 'talking'
  if (call) return call.phase
  if (who !== null && link === 'lost') return 'lost'
  return who !== null && status === 'online' ? 'online' : 'away'
}

const iconOf = (mood: Mood): string => {
  const [colour, mark] = MOODS[mood]
  const text = `<text x="16" y="23" font-size="20" text-anchor="middle" fill="#fff">${mark}</text>`
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="${colour}"/>${text}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(picture)}`
}

export const tabSign = (state: Workstation): TabSign => {
  const { call, language } = state
  const words = workstationWords[language]
  const mood = moodOf(state)
  const caller = call?.caller ?? ''
  const title = {
    ringing: `● ${words.incoming} ${caller}`,
    talking: `${words.talking} ${caller}`,
    held: `${words.onHold} ${caller}`,
    wrapUp: `${words.wrapUp} ${caller}`,
    online: words.workstation,
    away: words.workstation,
    lost: `${words.reconnecting} ${words.workstation}`,
  }[mood]
  return { title, icon: iconOf(mood) }
}
