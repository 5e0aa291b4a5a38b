/** The whole grid: every event in every phase. */
import { type CallEvent, NEXT_PHASES, type Phase, PHASE_LETTERS, reduce } from '../../lib/entries/call'
import { EVENTS, NOW, PHASES, sessionIn } from './sessions'

/** The letter of the phase that follows; `*`: the phase stays and a fact changes; blank: the very same session. */
const cell = (phase: Phase, event: CallEvent): string => {
  const from = sessionIn(phase)
  const to = reduce(from, event, NOW)
  if (to === from) return ' '
  return to.phase === from.phase ? '*' : PHASE_LETTERS[to.phase]
}

const row = (label: string, cells: readonly string[]): string => `${label.padEnd(20)}${cells.join(' ')}`.trimEnd()

const drawn = () => [
  row(
    '',
    PHASES.map((phase) => PHASE_LETTERS[phase]),
  ),
  ...Object.values(EVENTS).map((event) =>
    row(
      event.type,
      PHASES.map((phase) => cell(phase, event)),
    ),
  ),
]

const TABLE = `
                    I D V W R T E
intent/startCall    D           D
intent/hangUp         E E E E E
intent/mute           * * * * *
intent/unmute
intent/setSoundMode   * * * * *
intent/setCamera
intent/switchCamera
intent/sendDigits
intent/aside
intent/notify
call/started          V
call/refused          E
call/ivr                *
call/queued             W * W W
call/ringing            R R * R
call/accepted           T T T *
call/held                     *
call/room               * * * *
call/aside
call/ended              E E E E
line/opening        * * * * * * *
line/up             * * * * * * *
line/lost           * * * * * * *
line/gaveUp         * E E E E E *
line/slow
line/invalid
line/closed         * * * * * * *
pusher/status           * * * *
pusher/error            E E E E
player/status           * * * *
media/applied           * * * *
media/failed            * * * *
media/due
quality/measured        * * * *
quality/advised         * * * *
app/hidden          * * * * * * *
app/shown
audio/interrupted   * * * * * * *
audio/resumed
network/changed
network/weak
phone/ready
phone/unready
policy/failed
source/failed
`

const STRANGERS: readonly CallEvent[] = [
  { ...EVENTS['call/queued'], sessionId: 'another' },
  { ...EVENTS['call/ringing'], sessionId: 'another' },
  { ...EVENTS['call/accepted'], sessionId: 'another' },
  { ...EVENTS['call/held'], sessionId: 'another' },
  { ...EVENTS['call/room'], sessionId: 'another' },
  { ...EVENTS['call/ivr'], sessionId: 'another' },
  { ...EVENTS['call/ended'], sessionId: 'another' },
  { ...EVENTS['call/started'], callId: 'another' },
  { ...EVENTS['call/refused'], callId: 'another' },
]

const everyPair = PHASES.flatMap((phase) => Object.values(EVENTS).map((event) => ({ phase, event })))

describe('reduce', () => {
  it('leads from every phase, by every event, where the table says', () => {
    expect(drawn()).toEqual(TABLE.split('\n').slice(1, -1))
  })

  it('follows only the arrows that phase.ts draws', () => {
    for (const { phase, event } of everyPair) {
      const next = reduce(sessionIn(phase), event, NOW).phase
      expect([phase, ...NEXT_PHASES[phase]]).toContain(next)
    }
  })

  it('draws no arrow that no event follows, but one: a call that ends as it is dialled', () => {
    const followed = everyPair.map(({ phase, event }) => `${phase} ${reduce(sessionIn(phase), event, NOW).phase}`)
    const drawnArrows = PHASES.flatMap((phase) => NEXT_PHASES[phase].map((next) => `${phase} ${next}`))
    expect(drawnArrows.filter((arrow) => !followed.includes(arrow))).toEqual(['idle ended'])
    const noLogIn = reduce(sessionIn('idle'), { type: 'line/gaveUp', code: 'LOGIN_REQUIRED' }, NOW)
    expect(reduce(noLogIn, EVENTS['intent/startCall'], NOW).phase).toBe('ended')
  })

  it('changes no session that it was given', () => {
    for (const { phase, event } of everyPair) {
      const from = sessionIn(phase)
      const before = JSON.stringify(from)
      reduce(from, event, NOW)
      expect(JSON.stringify(from)).toBe(before)
    }
  })

  it('the same event at the same time once more changes nothing: the very same session', () => {
    for (const { phase, event } of everyPair) {
      const once = reduce(sessionIn(phase), event, NOW)
      // A hang-up or an end does nothing twice either; only dialling begins something new after an end.
      expect(reduce(once, event, NOW)).toBe(once)
    }
  })

  it.each(PHASES)('while %s, what is said of another session or call is ignored: the very same session', (phase) => {
    const from = sessionIn(phase)
    for (const stranger of STRANGERS) expect(reduce(from, stranger, NOW)).toBe(from)
  })

  it.each(['call/later', 'toString', '__proto__', ''])('ignores an event of the unknown type %j', (type) => {
    const from = sessionIn('talking')
    expect(reduce(from, { type } as unknown as CallEvent, NOW)).toBe(from)
  })
})
