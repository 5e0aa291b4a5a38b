/** What is kept so that a message reaches a customer, and for how long. */
import { limits } from '../../server/limits'
import { Addresses } from '../../server/messages/addresses'
import { createShelf } from '../../server/state/shelf'
import { createVirtualClock } from '../virtual-clock'

const ann = { userId: 'u-ann', openid: 'ann' }
const open = (isWanted = true, shelf = createShelf([])) => {
  const clock = createVirtualClock()
  return { clock, shelf, addresses: new Addresses(isWanted, clock, shelf) }
}

describe('the openid of a customer', () => {
  it('is kept only where messages are configured, and not any more when they are not', () => {
    const before = open()
    before.addresses.note(ann)
    before.shelf.take()
    const after = open(false, before.shelf)
    after.addresses.note({ ...ann, userId: 'u-bob' })
    after.shelf.take()
    expect([...after.shelf.all('address')]).toEqual([])
  })

  it('is erased with the customer, with all that was allowed', () => {
    const { addresses } = open()
    addresses.note(ann)
    addresses.allow('u-ann', 'turn', 1)
    addresses.erase('u-ann')
    addresses.note(ann)
    expect([addresses.openidOf('u-ann'), addresses.allows('u-ann', 'turn')]).toEqual(['ann', false])
  })

  it('is erased when no log-in came for as long as records are kept', () => {
    const { addresses, clock } = open()
    addresses.note(ann)
    clock.advance(1_000)
    expect(addresses.eraseOlderThan(1_000)).toBe(0)
    clock.advance(1)
    expect([addresses.eraseOlderThan(1_000), addresses.openidOf('u-ann')]).toEqual([1, undefined])
  })

  it('is pushed out by those who logged in later, when there are too many', () => {
    const { addresses } = open()
    for (let each = 0; each <= limits.customersKept; each += 1)
      addresses.note({ userId: `u${each}`, openid: `o${each}` })
    expect([addresses.openidOf('u0'), addresses.openidOf('u1')]).toEqual([undefined, 'o1'])
  })
})

it('what a client says was allowed counts so often at most: WeChat decides what it sends', () => {
  const { addresses } = open()
  addresses.note(ann)
  for (let each = 0; each < 100; each += 1) addresses.allow('u-ann', 'turn', 1)
  addresses.allow('u-ann', 'turn', -limits.messagesAllowed)
  expect(addresses.allows('u-ann', 'turn')).toBe(false)
})
