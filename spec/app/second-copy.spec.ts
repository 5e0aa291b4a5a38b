import type * as wxApp from '../../lib/app/app'
import { givePhone } from '../wx/phone'

type Client = wxApp.App

/** A copy of the package, as another subpackage brings one. */
const copy = (): Client => {
  let client: Client | undefined
  jest.isolateModules(() => {
    client = jest.requireActual<typeof wxApp>('../../lib/app/app').app
  })
  if (client === undefined) throw new Error('nothing was loaded')
  client.configure({ sdkAppId: '1400000001' })
  return client
}

const use = ({ logIn, cancel }: Client) => {
  logIn({ jsCode: 'one-use-code' }).catch(() => undefined)
  cancel()
}

let app: object | undefined
const warn = jest.spyOn(console, 'warn')

beforeEach(() => {
  app = {}
  warn.mockReset()
  givePhone()
  Object.assign(globalThis, { getApp: () => app })
})

const warnings = () => warn.mock.calls.map(([text]: readonly unknown[]) => String(text))

describe('a second copy of the package in one app', () => {
  it('is named on the console, once, when it is used', () => {
    const [first, second] = [copy(), copy()]
    use(first)
    expect(warnings()).toEqual([])
    use(second)
    use(second)
    use(first)
    expect(warnings()).toEqual([expect.stringMatching(/^SECOND_COPY: .*copies.*subpackage/)])
  })

  it('is not told about while it is only loaded', () => {
    use(copy())
    copy()
    expect(warnings()).toEqual([])
  })

  it('is found by the opening of a line, too', () => {
    use(copy())
    const line = copy()
      .createWxLink()
      .open({ inCall: () => false })
      .subscribe()
    expect(warnings()).toHaveLength(1)
    line.unsubscribe()
  })

  it('is found later when there was no app object yet', () => {
    app = undefined
    const [first, second] = [copy(), copy()]
    use(first)
    use(second)
    expect(warnings()).toEqual([])
    app = {}
    use(first)
    use(second)
    expect(warnings()).toHaveLength(1)
  })

  it('is nobody’s concern where there is no app: in a plugin, or in a server’s tests', () => {
    Object.assign(globalThis, { getApp: undefined })
    use(copy())
    use(copy())
    expect(warnings()).toEqual([])
  })

  it('is not seen in the copy of the next app', () => {
    use(copy())
    app = {}
    use(copy())
    expect(warnings()).toEqual([])
  })
})
