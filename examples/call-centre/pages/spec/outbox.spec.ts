import { commandFor } from '../workstation/outbox'
import { reduce } from '../workstation/reduce'
import type { WorkstationEvent } from '../workstation/state'
import { after, atDesk, inRinging, inTalk, lin, signedIn } from './scene'

const said = (before: readonly WorkstationEvent[], event: WorkstationEvent) => {
  const from = after(...before)
  return commandFor({ event, from, to: reduce(from, event, 60_000) })
}

const lost = { type: 'link/lost', code: 1006, retryMs: 300 } as const

describe('what the centre is told', () => {
  it('who sits here, each time the line is up', () => {
    expect(said(atDesk.slice(0, 2), { type: 'link/up' })).toEqual({ type: 'seat/signIn', ...lin })
    expect(said([...atDesk, lost], { type: 'link/up' })).toEqual({ type: 'seat/signIn', ...lin })
  })

  it('the chosen status, again after a loss when the centre forgot it', () => {
    const resting: readonly WorkstationEvent[] = [...atDesk, { type: 'click/status', status: 'rest' }]
    expect(said(atDesk, { type: 'click/status', status: 'rest' })).toEqual({ type: 'seat/status', status: 'rest' })
    expect(said([...resting, lost, { type: 'link/up' }], signedIn)).toEqual({ type: 'seat/status', status: 'rest' })
    expect(said(atDesk.slice(0, -1), signedIn)).toBeNull()
  })

  it('an answer, once', () => {
    expect(said(inRinging, { type: 'click/answer' })).toEqual({ type: 'seat/answer', sessionId: 's1' })
    expect(said([...inRinging, { type: 'click/answer' }], { type: 'click/answer' })).toBeNull()
  })

  it('hold and resume, by what is true now', () => {
    const held = { type: 'seat/held', sessionId: 's1', held: true } as const
    expect(said(inTalk, { type: 'click/hold' })).toEqual({ type: 'seat/hold', sessionId: 's1', held: true })
    expect(said([...inTalk, held], { type: 'click/hold' })).toEqual({ type: 'seat/hold', sessionId: 's1', held: false })
  })

  it('a transfer to a seat or to the queue', () => {
    const toSeat = { type: 'click/transfer', toSeatId: '1002' } as const
    expect(said(inTalk, toSeat)).toEqual({ type: 'seat/transfer', sessionId: 's1', toSeatId: '1002' })
    expect(said(inTalk, { type: 'click/transfer' })).toEqual({ type: 'seat/transfer', sessionId: 's1' })
  })

  it('a hang-up', () => {
    expect(said(inTalk, { type: 'click/hangUp' })).toEqual({ type: 'seat/hangUp', sessionId: 's1' })
  })

  it('nothing about muting, which is this page’s own affair', () => {
    expect(said(inTalk, { type: 'click/mute' })).toBeNull()
  })

  it.each(['click/answer', 'click/hold', 'click/hangUp', 'click/transfer'] as const)('no %s without a call', (type) => {
    expect(said(atDesk, { type })).toBeNull()
  })

  it.each(['click/hold', 'click/hangUp', 'click/transfer'] as const)('no %s while the line is lost', (type) => {
    expect(said([...inTalk, lost], { type })).toBeNull()
  })
})
