/** Where the sequences begin: before anything, and in two calls whose media failed as often as they are tried again. */
import type { CallEvent } from '../../../lib/call/event'
import { reduce } from '../../../lib/call/step'
import { idle, type Session } from '../../../lib/call/session'
import { EVENTS } from '../call/alphabet'
import { AT } from './faults'

/** As `lane:letter`; `due` is the time that is up. */
const ROADS: readonly string[] = [
  'line:u user:d seat:s media:d due seat:k media:e media:d due seat:l media:p media:d due seat:k media:e',
  'line:u user:V seat:s seat:r seat:a media:e media:j media:F due media:F due media:F due',
]

const eventOf = (word: string): CallEvent => {
  if (word === 'due') return { type: 'media/due' }
  const [lane = '', letter = ''] = word.split(':')
  const event = EVENTS[lane]?.[letter]?.(lane === 'user' ? 0 : 1)
  if (event === undefined) throw new Error(`no event ${word}`)
  return event
}

const endOf = (road: string): Session =>
  road.split(' ').reduce<Session>((session, word) => reduce(session, eventOf(word), AT), idle)

export const beginnings: readonly Session[] = [idle, ...ROADS.map(endOf)]
