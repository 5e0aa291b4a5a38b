import { errorDetail } from '../../component/error-detail'
import { CATALOGUE } from '../../lib/errors/catalogue'
import { givePhone } from '../wx/phone'

describe('errorDetail', () => {
  beforeEach(() => {
    givePhone()
  })

  it('passes the cause of the end on', () => {
    expect(errorDetail({ code: 'ROOM_FAILED', cause: 'live-pusher -1307' }).cause).toBe('live-pusher -1307')
  })

  it.each([{}, { cause: null }])('takes the catalogue’s for want of one: %j', (rest) => {
    expect(errorDetail({ code: 'ROOM_FAILED', ...rest }).cause).toBe(CATALOGUE.ROOM_FAILED.cause)
  })
})
