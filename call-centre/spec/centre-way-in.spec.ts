import { userIdOf } from '../server/login/user-id'
import { floorPlan } from './floor-plan'

describe('the way in', () => {
  it('reads the menu, takes a key and queues', () => {
    const { customer } = floorPlan()
    const ann = customer('ann')
    ann.start('menu')
    ann.digits('1')
    expect(ann.words()).toBe('started ivr queued')
    expect(ann.heard[1]).toMatchObject({ prompt: 'Press 1, 2 or 9', path: [] })
    expect(ann.heard[2]).toMatchObject({ position: 1 })
  })

  it('goes down into a sub-menu, with both keys in one message', () => {
    const { customer, seat } = floorPlan()
    const ann = customer('ann')
    const [path, seatOne] = [
      [
        { key: '2', label: 'Support' },
        { key: '*', label: 'Phones' },
      ],
      seat('1'),
    ]
    ann.start('menu')
    ann.digits('2*')
    expect(ann.words()).toBe('started ivr ivr queued ringing')
    expect(ann.heard[2]).toMatchObject({ prompt: 'Press *', path: path.slice(0, 1) })
    expect(seatOne.heard).toContainEqual(
      expect.objectContaining({ type: 'seat/incoming', ivrPath: path, channel: 'Menu' }),
    )
  })

  it('reads the menu again after a key that it does not have, and waits anew', () => {
    const { customer, clock } = floorPlan()
    const ann = customer('ann')
    ann.start('menu')
    clock.advance(59_999)
    ann.digits('7')
    clock.advance(59_999)
    expect(ann.words()).toBe('started ivr ivr')
    expect(ann.heard[2]).toEqual(ann.heard[1])
  })

  it('gives the customer no room before somebody answers: its key would age while she waits', () => {
    const { customer } = floorPlan()
    const ann = customer('ann')
    const sessionId = ann.start('direct')
    expect(ann.heard[0]).toEqual({ type: 'call/started', callId: 'call-of-ann', sessionId })
  })

  it.each([
    ['a key says so', '9'],
    ['no key is pressed for a minute', ''],
  ])('ends in the IVR when %s', (_, digits) => {
    const { customer, clock, phases } = floorPlan()
    const ann = customer('ann')
    ann.start('menu')
    if (digits) ann.digits(digits)
    clock.advance(digits ? 0 : 60_000)
    expect(ann.words()).toBe('started ivr ended')
    expect(ann.heard[2]).toMatchObject({ closeBy: 'admin', endStatus: 'ivrEnd' })
    expect(phases.map(({ phase }) => phase)).toEqual(['ivr', 'ended'])
    expect(clock.pending()).toBe(0)
  })

  it('knows working hours and the black list', () => {
    const { customer, clock, records } = floorPlan()
    const [ann, mallory] = [customer('ann'), customer(userIdOf('mallory'))]
    ann.start('closed')
    mallory.start('direct')
    clock.advance(6 * 3_600_000)
    ann.start('office', 'late')
    const statuses = ['notWorkTime', 'blackList', 'notWorkTime']
    expect(ann.words()).toBe('started ended started ended')
    expect(mallory.words()).toBe('started ended')
    expect(records.map(({ EndStatusString }) => EndStatusString)).toEqual(statuses)
  })

  it('refuses a channel that is not there, a second call, and a call too many', () => {
    const { customer } = floorPlan({ maxSessions: 1 })
    const [ann, bob] = [customer('ann'), customer('bob')]
    ann.start('nowhere', '1')
    ann.start('toString', '2')
    ann.start('direct', '3')
    ann.start('menu', '4')
    bob.start('direct')
    expect(ann.words()).toBe('refused refused started queued refused')
    expect(ann.heard[0]).toMatchObject({ code: 'CHANNEL_UNKNOWN', callId: '1' })
    expect(ann.heard[4]).toMatchObject({ code: 'CALL_IN_PROGRESS', callId: '4' })
    expect(bob.heard).toMatchObject([{ code: 'TOO_BUSY', retryAfterMs: 5_000 }])
  })

  it('gives the same answer to the same callId, during the call and after it, and then its end', () => {
    const { customer, phases } = floorPlan()
    const ann = customer('ann')
    ann.start('direct', 'one')
    ann.start('direct', 'one')
    ann.hangUp()
    ann.start('direct', 'one')
    expect(ann.words()).toBe('started queued started started ended')
    expect(ann.heard[2]).toEqual(ann.heard[0])
    expect(ann.heard[3]).toEqual(ann.heard[0])
    expect(phases.map(({ phase }) => phase)).toEqual(['ivr', 'waiting', 'ended'])
  })

  it('lets a customer whose app was killed call again: the old call is a conflict', () => {
    const { customer, centre } = floorPlan()
    const ann = customer('ann')
    ann.start('direct', 'old')
    centre.line(ann.linkId, 'lost')
    ann.start('direct', 'new')
    expect(ann.words()).toBe('started queued ended started queued')
    expect(ann.heard[2]).toMatchObject({ endStatus: 'callConflict' })
  })
})
