/** What the user has allowed. The browser asks when live-pusher opens the microphone, as a phone does. */
import { isMicrophoneRefused } from '../elements/microphone'
import { type Callbacks, fail, succeed } from './callbacks'

interface Ok {
  readonly errMsg: string
}

interface Settings extends Ok {
  readonly authSetting: Readonly<Record<string, boolean>>
}

const BROWSER_NAMES: Readonly<Record<string, string>> = { 'scope.record': 'microphone', 'scope.camera': 'camera' }
const REFUSED = 103

/** Undefined, as in WeChat, for what was never asked. */
const state = async (scope: string): Promise<boolean | undefined> => {
  const name = BROWSER_NAMES[scope]
  if (name === undefined) return undefined
  if (name === 'microphone' && isMicrophoneRefused()) return false
  const { state } = await navigator.permissions.query({ name: name as PermissionName })
  return state === 'prompt' ? undefined : state === 'granted'
}

const settings = async (): Promise<Settings['authSetting']> => {
  const states = await Promise.all(
    Object.keys(BROWSER_NAMES).map(async (scope) => [scope, await state(scope)] as const),
  )
  return Object.fromEntries(states.filter((entry): entry is readonly [string, boolean] => entry[1] !== undefined))
}

const ask = async (scope: string): Promise<void> => {
  const audio = scope === 'scope.record'
  if (audio && isMicrophoneRefused()) throw new DOMException('refused', 'NotAllowedError')
  const stream = await navigator.mediaDevices.getUserMedia({ audio, video: !audio })
  for (const track of stream.getTracks()) track.stop()
}

export const permissionApi = {
  getSetting: (options: Callbacks<Settings>) => {
    void settings().then((authSetting) => {
      succeed(options, { authSetting, errMsg: 'getSetting:ok' })
    })
  },
  openSetting: (options: Callbacks<Settings>) => {
    void settings().then((authSetting) => {
      succeed(options, { authSetting, errMsg: 'openSetting:ok' })
    })
  },
  authorize: (options: { readonly scope: string } & Callbacks<Ok>) => {
    ask(options.scope).then(
      () => {
        succeed(options, { errMsg: 'authorize:ok' })
      },
      () => {
        fail(options, { errMsg: 'authorize:fail auth deny', errno: REFUSED })
      },
    )
  },
}
