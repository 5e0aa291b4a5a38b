/** A call about which one seat asks another, at the desks of both. */
import type { ConsultInfo, ConsultState, SeatNotice } from '../../server/desk-messages'
import { findAll, textOf } from '../shared/h'
import { isTogether, isWithColleague, isWithCustomer } from '../workstation/consult'
import { actOf, KEYS, type KeyName } from '../workstation/keys'
import { commandsFor } from '../workstation/outbox'
import { reduce } from '../workstation/reduce'
import type { WorkstationEvent } from '../workstation/events'
import type { TalkingCall } from '../workstation/state'
import { workstationView } from '../workstation/view'
import { wishesOf } from '../workstation/wishes'
import { after, anew, atDesk, incoming, inTalk, lost, opening, room, signedIn, talking } from './scene'

const seats: SeatNotice = {
  ...{ type: 'seat/seats', time: 0 },
  seats: [
    { seatId: '1001', name: 'Lin', status: 'busy', since: 0, sessionId: 's1' },
    { seatId: '1002', name: 'Mei', status: 'online', since: 0 },
  ],
}
const aside = { ...room, roomId: 'aside' }
const asks = (state: ConsultState, held: boolean, more: Partial<ConsultInfo> = {}): SeatNotice => ({
  ...{ type: 'seat/consult', sessionId: 's1', held },
  consult: { part: 'asks', seatId: '1002', name: 'Mei', state, ...more },
})
const over = (why: 'back' | 'declined' | 'left', held = true): SeatNotice => ({
  ...{ type: 'seat/consult', sessionId: 's1', held, why },
})
const choosing: readonly WorkstationEvent[] = [...inTalk, seats, { type: 'click/chooseSeat', aim: 'consult' }]
const ask = { type: 'click/consult', toSeatId: '1002' } as const
const asking: readonly WorkstationEvent[] = [...choosing, ask]
const ringing = [...asking, asks('ringing', true)]
const inAside = [...ringing, asks('aside', true, { room: aside })]
const inAway = [...inAside, { type: 'click/hold' } as const, asks('away', false)]
const inThree = [...inAside, asks('three', false)]

const asked = (state: ConsultState): ConsultInfo => ({ part: 'asked', seatId: '1003', name: 'Zhou', state })
const askedAside: readonly WorkstationEvent[] = [
  ...[...atDesk, { ...incoming, askedBy: 'Zhou' }, { type: 'click/answer', sessionId: 's1' } as const],
  { ...talking, room: aside, consult: asked('aside') },
]

const said = (before: readonly WorkstationEvent[], event: WorkstationEvent) => {
  const from = after(...before)
  return commandsFor({ event, from, to: reduce(from, event, 60_000) })
}
const talkOf = (...events: readonly WorkstationEvent[]): TalkingCall => {
  const { call } = after(...events)
  if (call?.phase !== 'talking') throw new Error('nobody talks')
  return call
}
const hears = (...events: readonly WorkstationEvent[]): string => {
  const call = talkOf(...events)
  return [isWithCustomer(call) && 'customer', isWithColleague(call) && 'colleague'].filter(Boolean).join(' + ')
}
const show = (...events: readonly WorkstationEvent[]) => workstationView(after(...events), 60_000, () => undefined)
const buttons = (...events: readonly WorkstationEvent[]) =>
  findAll(findAll(show(...events), 'class', 'actions controls')[0] ?? show(), 'type', 'button').map(
    ({ props }) => props['data-do'],
  )
const press = (name: KeyName, ...events: readonly WorkstationEvent[]) => {
  const code = `Key${KEYS[name]}`
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, repeat: false, inField: false, enterIsTaken: false }
  return actOf({ ...none, altKey: true, key: KEYS[name], code }, after(...events))
}

describe('the agent who asks', () => {
  it('chooses a free colleague from the list, which has neither groups nor the queue', () => {
    const all = findAll(show(...choosing), 'type', 'button').map(({ props }) => props['data-do'])
    expect(all).toContain('consult-1002')
    expect(all).not.toContain('transfer-queue')
    expect(said(choosing, ask)).toEqual([{ type: 'seat/consult', sessionId: 's1', toSeatId: '1002' }])
    expect(textOf(show(...asking))).toContain('Asking Mei')
  })

  it('asks nobody while the line is lost, nor a second one', () => {
    expect(said([...choosing, lost], ask)).toEqual([])
    expect(talkOf(...choosing, lost, ask).consult).toBeNull()
    for (const before of [asking, inAside]) expect(said(before, ask)).toEqual([])
  })

  it('talks on as before when the colleague cannot be asked', () => {
    const refused = { type: 'seat/refused', command: 'seat/consult', code: 'SEAT_NOT_FREE' } as const
    expect(talkOf(...asking, refused)).toMatchObject({ consult: null, held: false })
    expect(textOf(show(...asking, refused))).toContain('That seat is not free.')
  })

  it.each<readonly [string, readonly WorkstationEvent[], string, readonly string[]]>([
    ['while the centre is asked', asking, 'customer', []],
    ['while it rings', ringing, '', ['hold', 'goBack']],
    ['aside', inAside, 'colleague', ['hold', 'handOver', 'together', 'goBack']],
    ['with the customer', inAway, 'customer', ['hold', 'handOver', 'together', 'goBack', 'hang-up']],
    ['three together', inThree, 'customer + colleague', ['hold', 'handOver', 'goBack', 'hang-up']],
  ])('%s: hears and does what is right', (_, events, whom, acts) => {
    // Before anybody has answered the colleague’s room is not there, whatever is wished.
    expect(
      talkOf(...events).consult?.room === null ? hears(...events).replace('colleague', '') : hears(...events),
    ).toBe(whom)
    expect(buttons(...events)).toEqual(['mute', ...acts])
    expect(isTogether(talkOf(...events))).toBe(whom.includes('+'))
  })

  it('swaps at once, whatever the line does: nobody hears what was meant for the other', () => {
    expect(hears(...inAside, lost, { type: 'click/hold' })).toBe('customer')
    expect(hears(...inAway, lost, { type: 'click/hold' })).toBe('colleague')
    expect(said([...inAway, lost], { type: 'click/hold' })).toEqual([
      { type: 'seat/hold', sessionId: 's1', held: true },
    ])
  })

  it('says each step once the line is up', () => {
    for (const step of ['together', 'handOver', 'goBack'] as const) {
      expect(said(inAside, { type: `click/${step}` })).toEqual([{ type: `seat/${step}`, sessionId: 's1' }])
      expect(said([...inAside, lost], { type: `click/${step}` })).toEqual([])
      expect(said(inTalk, { type: `click/${step}` })).toEqual([])
    }
  })

  it('cannot hang the customer up who waits on hold by the key that ends a talk', () => {
    expect(press('hangUp', ...inAside)).toBeNull()
    expect(press('hangUp', ...inThree)).toEqual({ type: 'click/hangUp' })
    expect(press('goBack', ...inAside)).toEqual({ type: 'click/goBack' })
    expect(press('consult', ...inTalk)).toEqual({ type: 'click/chooseSeat', aim: 'consult' })
    expect(press('transfer', ...inAside)).toBeNull()
  })

  it('is told why the colleague is gone, and that the customer still waits, until going on', () => {
    for (const [why, words] of [
      ['declined', 'Mei has declined.'],
      ['left', 'Mei has left.'],
    ] as const) {
      const text = textOf(show(...inAside, over(why)))
      for (const part of [words, 'do not hear each other']) expect(text).toContain(part)
      expect(textOf(show(...inAside, over(why), { type: 'click/hold' }))).not.toContain(words)
    }
    expect(talkOf(...inAside, over('back', false))).toMatchObject({ held: false, consult: null, consultOver: null })
  })

  it('keeps the room of the two while it is the same, and enters a new one', () => {
    const flowing = { type: 'voice/colleague', voice: 'flowing' } as const
    expect(talkOf(...inAside, flowing, asks('three', false)).consult).toMatchObject({ room: aside, voice: 'flowing' })
    const fresh = { ...aside, userSig: 'fresh' }
    const told = asks('aside', true, { room: fresh })
    expect(talkOf(...inAside, flowing, told).consult).toMatchObject({ room: fresh, voice: 'connecting' })
  })

  it('hears of a colleague whose voice is lost', () => {
    const gone = { type: 'voice/colleague', voice: 'lost', stream: null } as const
    expect(textOf(show(...inAside, gone))).toContain('Mei’s voice is interrupted.')
    expect(textOf(show(...inAside, { ...gone, fault: 'firewall' }))).toContain('firewall')
  })
})

describe('the page of the agent who asks, loaded again', () => {
  const told = { ...talking, held: true, consult: { ...asked('aside'), part: 'asks', room: aside } } as const
  const reloaded = (...events: readonly WorkstationEvent[]) => {
    const wishes = wishesOf(after(...events))
    const { call } = wishes
    const page = [...atDesk, told].reduce((state, event) => reduce(state, event, 0), {
      ...after(),
      recalled: call,
    })
    return page.call
  }

  it('believes the centre who is on hold, whatever was on its way', () => {
    for (const before of [asking, ringing, inAside, inAway, inThree]) {
      expect(wishesOf(after(...before)).call).toMatchObject({ held: null })
      expect(reloaded(...before)).toMatchObject({ held: true, consult: { state: 'aside', room: aside } })
    }
    expect(reloaded(...inTalk)).toMatchObject({ held: true })
    expect(opening.wishes.call).toBeNull()
  })

  it('or on another link: the centre is not told to take back what it has done', () => {
    const back = { ...talking, held: false, consult: { ...asked('three'), part: 'asks' } } as const
    const before = [...inAside, lost, anew, { ...signedIn, seat: { ...signedIn.seat, sessionId: 's1' } }]
    expect(said(before, back)).toEqual([])
    expect(talkOf(...before, back)).toMatchObject({ held: false })
    expect(said(before, { ...talking, held: false })).toEqual([])
    expect(talkOf(...before, { ...talking, held: false })).toMatchObject({ held: false, consult: null })
  })
})

describe('the colleague who is asked', () => {
  it('sees who asks, about whom, when it rings', () => {
    const text = textOf(show(...atDesk, { ...incoming, askedBy: 'Zhou' }))
    for (const part of ['Zhou asks about a call', 'Wang', 'the customer does not hear you'])
      expect(text).toContain(part)
    expect(text).toContain('Zhou asks you about Wang.')
  })

  it.each<readonly [ConsultState, string]>([
    ['aside', 'Zhou asks you about this customer'],
    ['away', 'Zhou is with the customer.'],
    ['three', 'The customer, Zhou and you hear each other.'],
  ])('%s: is told who hears whom, and may mute and leave', (state, words) => {
    const events = [
      ...askedAside,
      { type: 'seat/consult', sessionId: 's1', held: false, consult: asked(state) } as const,
    ]
    expect(textOf(show(...events))).toContain(words)
    expect(buttons(...events)).toEqual(['mute', 'goBack'])
    expect(hears(...events)).toBe('customer')
  })

  it('neither holds, nor hangs up, nor gives away what is not its own', () => {
    for (const type of ['click/hold', 'click/hangUp', 'click/transfer', 'click/together', 'click/handOver'] as const) {
      expect(said(askedAside, { type })).toEqual([])
      expect(talkOf(...askedAside, { type })).toMatchObject({ held: false })
    }
    expect(said(askedAside, { type: 'click/goBack' })).toEqual([{ type: 'seat/goBack', sessionId: 's1' }])
  })

  it('is told when it is over', () => {
    const text = textOf(show(...askedAside, { type: 'seat/advised', sessionId: 's1' }))
    expect(text).toContain('Zhou goes on with Wang.')
    for (const [reason, words] of [
      ['calledOff', 'asks no more'],
      ['notAsked', 'You stay online.'],
    ] as const) {
      const missed = { type: 'seat/missed', sessionId: 's1', reason } as const
      expect(textOf(show(...atDesk, { ...incoming, askedBy: 'Zhou' }, missed))).toContain(words)
    }
  })

  it('has the call that is handed over, in its room, from then on', () => {
    const call = talkOf(...askedAside, { ...talking, transferredFrom: 'Zhou' })
    expect(call).toMatchObject({ consult: null, room, voice: 'connecting', transferredFrom: 'Zhou', held: false })
    expect(buttons(...askedAside, { ...talking, transferredFrom: 'Zhou' })).toContain('hang-up')
  })
})
