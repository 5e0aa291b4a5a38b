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

export const accountApi = {
  /** Gives a one-use code, a new one each time; the bundled call centre knows a customer by what is before the dash. */
  login: (options: Callbacks<{ readonly code: string; readonly errMsg: string }>) => {
    succeed(options, { code: `${customer()}-${random()}`, errMsg: 'login:ok' })
  },
}
