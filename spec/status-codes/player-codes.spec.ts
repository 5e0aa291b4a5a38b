/** What each code of live-player does to a call: every one with an action, by its action, as the dictionary lists them. */
import { step } from '../../lib/call/step'
import { type CallEvent, mediaWish } from '../../lib/entries/call'
import { PLAYER_CODES, type PlayerMeaning } from '../../lib/status-codes/status-codes'
import { PLAYER_DICTIONARY } from '../../devtools/dictionaries/player-dictionary'
import { after, NOW, sessionIn } from '../call/sessions'

const status = (code: number): CallEvent => ({ type: 'player/status', code })
const list = (code: number, user: object): CallEvent => ({
  ...{ type: 'pusher/status', code },
  message: JSON.stringify({ userlist: [{ userid: 'seat', ...user }] }),
})

const due: CallEvent = { type: 'media/due' }
const talking = sessionIn('talking')
const playing = after(talking, status(2004))
const seat = { state: 'connecting', since: NOW, playUrl: 'room://seat', userId: 'seat' }

/** Who left, and who is silent, explains it better than a network. */
const letsGo = (code: number) => {
  const failed = after(playing, status(code))
  expect(after(failed, list(1032, {})).remote).toMatchObject({ state: 'off', playUrl: '' })
  expect(after(failed, list(1032, {}), due)).not.toMatchObject({ room: null })
  const silent = after(playing, list(1034, { playurl: 'room://seat', hasaudio: false }), status(code))
  expect(silent.remote).toMatchObject({ state: 'off', playUrl: 'room://seat' })
  expect(mediaWish(silent).playUrl).toBe('')
  const speaks = after(silent, list(1034, { playurl: 'room://seat', hasaudio: true }))
  expect(mediaWish(speaks).playUrl).toBe('room://seat')
}

const SPECS: Readonly<Record<PlayerMeaning, (code: number) => void>> = {
  connecting: (code) => {
    expect(after(playing, status(2103), status(code)).remote.state).toBe('connecting')
    expect(after(playing, status(code))).toBe(playing)
  },
  up: (code) => {
    expect(after(talking, status(code)).remote).toEqual({ ...seat, state: 'up' })
  },
  reconnecting: (code) => {
    expect(after(playing, status(code))).toMatchObject({ phase: 'talking', remote: { state: 'reconnecting' } })
  },
  failed: (code) => {
    const failed = after(playing, status(code))
    expect(failed).toMatchObject({ phase: 'talking', remote: { state: 'failed', playUrl: 'room://seat' } })
    expect(mediaWish(failed)).toMatchObject({ playUrl: '' })
    const again = after(failed, due)
    expect(again).toMatchObject({ retries: 1, room: { kind: 'trtc' } })
    expect(again.remote).toEqual(seat)
    expect(after({ ...failed, retries: 3 }, due)).toEqual({ ...failed, retries: 3 })
    letsGo(code)
  },
  dead: (code) => {
    const failed = after(playing, status(code))
    expect(failed).toMatchObject({ phase: 'talking', remote: { state: 'failed', playUrl: '' } })
    expect(after(failed, due)).toMatchObject({ phase: 'talking', room: null, retries: 1 })
    letsGo(code)
  },
  rerouted: (code) => {
    const [turned, effects] = step(playing, status(code), NOW)
    expect([turned.soundMode.state, effects]).toEqual(['pending', [{ type: 'turnSound' }]])
    const applied = after(turned, { type: 'media/applied', soundMode: 'speaker' })
    expect(step(applied, status(code), NOW + 2_999)).toEqual([applied, []])
    expect(step(applied, status(code), NOW + 3_000)[1]).toEqual(effects)
    for (const session of [talking, after(playing, { type: 'audio/interrupted' }), after(playing, status(2103))]) {
      expect(step(session, status(code), NOW)).toEqual([session, []])
    }
  },
  nothing: (code) => {
    for (const session of [talking, playing]) expect(after(session, status(code))).toBe(session)
  },
}

const rows = PLAYER_DICTIONARY.map(({ code, means, en }) => ({ code, means, en }))

it.each(rows)('$means: $code, $en', ({ code, means }) => {
  SPECS[means](code)
})

it.each(rows)('$code without a stream to play, or without a call, is an echo', ({ code }) => {
  const left = after(playing, list(1032, {}))
  for (const session of [left, sessionIn('dialling'), sessionIn('ended')]) {
    expect(after(session, status(code))).toBe(session)
  }
})

it('a call acts on the codes of the dictionary, and on no other', () => {
  const acted = rows.filter(({ means }) => means !== 'nothing').map(({ code, means }) => [String(code), means])
  expect(Object.entries(PLAYER_CODES).sort()).toEqual(acted.sort())
})
