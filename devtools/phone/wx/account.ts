import { type Callbacks, succeed } from './callbacks'

const KEY = 'phone:customer'

const random = (): string => crypto.getRandomValues(new Uint32Array(1)).join('')

/** Whose phone this is: `?customer=name`, or somebody new for each tab. */
const customer = (): string => {
  const named = new URLSearchParams(location.search).get('customer') ?? sessionStorage.getItem(KEY)
  const name = named ?? `guest_${random()}`
  sessionStorage.setItem(KEY, name)
  return name
}

interface Account {
  readonly miniProgram: { readonly appId: string; readonly envVersion: 'develop'; readonly version: string }
}

export const accountApi = {
  /** A build for developers, as it would be in the DevTools. */
  getAccountInfoSync: (): Account => ({ miniProgram: { appId: '', envVersion: 'develop', version: '' } }),
  /** Gives a one-use code, a new one each time; the bundled call centre knows a customer by what is before the dash. */
  login: (options: Callbacks<{ readonly code: string; readonly errMsg: string }>) => {
    succeed(options, { code: `${customer()}-${random()}`, errMsg: 'login:ok' })
  },
}
