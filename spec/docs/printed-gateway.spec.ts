import { of } from 'rxjs'
import type { Gateway } from '../../lib/entries/login'
import { givePhone } from '../wx/phone'
import { blocks, fileOf } from './markdown'
import { run, writeAll } from './workshop'

writeAll()
const printed = blocks.filter((block) => fileOf(block) === 'my-gateway.ts')

const isTheSame = ({ code }: { readonly code: string }) => code === printed[0]?.code

const gateway = (): Gateway => (run(printed[0] as never) as { readonly myGateway: Gateway }).myGateway

const context = (token: string | null) => ({
  token$: of(token),
  tokenRefused: jest.fn(),
  reconnectDelay: () => null,
})

const situation = { inCall: () => true }

describe('the gateway of docs/call-centre/your-back-end.md', () => {
  it('is the same in both languages', () => {
    expect(printed).toHaveLength(2)
    expect(printed.every(isTheSame)).toBe(true)
  })

  it('logs in', async () => {
    const phone = givePhone()
    const credential = gateway().logIn({ jsCode: 'c', sdkAppId: '1' })
    phone.request().answer(200, { user: 'u', key: 'k', validForMs: 1000 })
    expect(await credential).toEqual({ userId: 'u', token: 'k', expiresAt: expect.any(Number) as number })
    const refused = gateway().logIn({ jsCode: 'c', sdkAppId: '1' })
    phone.request().answer(400, {})
    await expect(refused).rejects.toMatchObject({ code: 'JS_CODE_INVALID' })
  })

  it('carries a call', () => {
    const phone = givePhone()
    const link = gateway().openLink(context('k'))
    const seen: object[] = []
    const watching = link.open(situation).subscribe((event) => seen.push(event))
    link.send({ type: 'call/start', callId: 'c1', channelId: 'service', media: 'audio' })
    phone.socket().opens()
    phone.socket().says('{"event":"created","ref":"c1","id":"s1","push":"room://a","play":"room://b"}')
    phone.socket().says('{"event":"place","id":"s1","place":2}')
    phone.socket().says('{"event":"agent","id":"s1","name":"Lin"}')
    link.send({ type: 'call/digits', sessionId: 's1', digits: '1' })
    phone.socket().says('{"event":"bye","id":"s1","bySystem":false}')
    expect(phone.socket().sent.map((frame) => (JSON.parse(frame) as { do: string }).do)).toEqual(['create', 'press'])
    expect(seen).toMatchObject([
      { type: 'line/up' },
      { type: 'call/started', callId: 'c1', room: { pushUrl: 'room://a' } },
      { type: 'call/queued', position: 2 },
      { type: 'call/accepted', seat: { name: 'Lin' } },
      { type: 'call/ended', closeBy: 'seat' },
    ])
    watching.unsubscribe()
    expect(phone.openSockets()).toBe(0)
  })

  it('says that the line is gone, or that nobody is logged in', () => {
    const phone = givePhone()
    const seen: object[] = []
    const refusing = context('k')
    gateway()
      .openLink(refusing)
      .open(situation)
      .subscribe((event) => seen.push(event))
    phone.socket().ends({ code: 1006 })
    gateway()
      .openLink(context(null))
      .open(situation)
      .subscribe((event) => seen.push(event))
    expect(seen).toEqual([
      { type: 'line/gaveUp', code: 'NETWORK_LOST' },
      { type: 'line/gaveUp', code: 'LOGIN_REQUIRED' },
    ])
    gateway().openLink(refusing).open(situation).subscribe()
    phone.socket().ends({ code: 4401 })
    expect(refusing.tokenRefused).toHaveBeenCalledTimes(1)
  })
})
