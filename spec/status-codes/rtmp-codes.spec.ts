/**
 * What a phone tells of plain RTMP addresses, in the order that WeChat's pages on live-pusher and live-player describe: three
 * tries of its own, then the code that gives up. No phone was heard saying it.
 */
import { step } from '../../lib/call/step'
import { mediaWish, type CallEvent, type Session } from '../../lib/entries/call'
import { after, EVENTS, NOW, sessionIn } from '../call/sessions'

const pusher = (...codes: readonly number[]): readonly CallEvent[] =>
  codes.map((code) => ({ type: 'pusher/status', code, message: '' }))
const player = (...codes: readonly number[]): readonly CallEvent[] =>
  codes.map((code) => ({ type: 'player/status', code }))
const due: CallEvent = { type: 'media/due' }

const room = (n: number) =>
  ({ ...EVENTS['call/room'], room: { kind: 'url', pushUrl: `rtmp://push/${n}`, playUrl: `rtmp://play/${n}` } }) as const
const begun = after(sessionIn('talking'), room(1), { type: 'media/applied', microphone: 'on' })
const talking = after(begun, ...pusher(1001, 1002), ...player(2001, 2002, 2004))

const legs = ({ local, remote }: Pick<Session, 'local' | 'remote'>) => [local.state, remote.state]

it('a push that begins is the whole way in: there is no room to enter', () => {
  expect(legs(talking)).toEqual(['up', 'up'])
})

it('a push that is refused asks for a fresh room, and goes in by its address', () => {
  const refused = after(begun, ...pusher(1001, 3004, 1102, 3004, 1102, 3004, -1307))
  expect(refused).toMatchObject({ phase: 'talking', local: { state: 'failed' } })
  const [asked, effects] = step(refused, due, NOW)
  expect(effects).toMatchObject([{ message: { type: 'call/rejoin', reason: 'live-pusher -1307' } }])
  expect(mediaWish(asked).pushUrl).toBe('')
  const again = after(asked, room(2))
  expect(mediaWish(again)).toMatchObject({ pushUrl: 'rtmp://push/2', playUrl: 'rtmp://play/2' })
  expect(legs(after(again, ...pusher(1001, 1002), ...player(2004)))).toEqual(['up', 'up'])
})

it.each([
  ['the stream was ended', [3004, 1102]],
  ['the server restarts', [3005, 1102, 3002, 1102]],
  ['the name of the server is not found for a moment', [1102, 3001]],
  ['the server does not shake hands yet', [1102, 3003]],
])('%s: the phone is waited for, with the address that it has', (_, codes) => {
  const away = after(talking, ...pusher(...codes))
  expect(away).toMatchObject({ phase: 'talking', local: { state: 'reconnecting' } })
  const back = after(away, ...pusher(1001, 1002))
  expect([back.local.state, mediaWish(back).pushUrl]).toEqual(['up', 'rtmp://push/1'])
})

it('a player without data gets a player anew, at the same address', () => {
  const starved = after(talking, ...player(2103, 2103, 2103, -2301))
  expect(starved).toMatchObject({ phase: 'talking', remote: { state: 'failed' } })
  expect(mediaWish(starved).playUrl).toBe('')
  const again = after(starved, due)
  expect(mediaWish(again).playUrl).toBe('rtmp://play/1')
  expect(after(again, ...player(2004)).remote.state).toBe('up')
})

it('a player that fails there again asks for a fresh room: the address may be void, which no code tells', () => {
  const again = after(talking, ...player(-2301), due)
  const [asked, effects] = step(after(again, ...player(2103, 2103, 2103, -2301)), due, NOW)
  expect(effects).toMatchObject([{ message: { type: 'call/rejoin', reason: 'live-player -2301' } }])
  const fresh = after(asked, room(2))
  expect(mediaWish(fresh)).toMatchObject({ pushUrl: 'rtmp://push/2', playUrl: 'rtmp://play/2' })
  expect(legs(after(fresh, ...pusher(1001, 1002), ...player(2004)))).toEqual(['up', 'up'])
})

it('no fresh room brings the player anything: it is tried no more, and the agent still hears the customer', () => {
  let session: Session = talking
  let rooms = 0
  for (let n = 2; n < 9; n += 1) {
    session = after(session, ...player(-2301), due)
    if (mediaWish(session).pushUrl !== '') continue
    rooms += 1
    session = after(session, room(n), ...pusher(1001, 1002))
  }
  expect(rooms).toBe(2)
  expect(session).toMatchObject({ phase: 'talking', local: { state: 'up' }, remote: { state: 'failed' } })
})

it('a player that tries by itself is let alone', () => {
  const trying = after(talking, ...player(2103, 2103))
  expect([trying.remote.state, mediaWish(trying).playUrl]).toEqual(['reconnecting', 'rtmp://play/1'])
  expect(after(trying, ...player(2004)).remote.state).toBe('up')
})

it('no fresh room helps: the call ends and says of what', () => {
  let session: Session = begun
  for (let n = 2; session.phase === 'talking' && n < 9; n += 1) {
    session = after(session, ...pusher(1001, 3004, -1307), due)
    if (session.phase === 'talking') session = after(session, room(n))
  }
  expect(session).toMatchObject({ phase: 'ended', end: { error: 'ROOM_FAILED', cause: 'live-pusher -1307' } })
})
