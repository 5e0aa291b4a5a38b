/** What the user has allowed. The browser asks when a scope is asked for the first time, as a phone does. */
import { isCameraRefused, refuseCamera } from '../elements/camera'
import { isMicrophoneRefused, refuseMicrophone } from '../elements/microphone'
import { type Callbacks, fail, succeed } from './callbacks'
import { happenings } from './environment'
import { showSettings } from './settings-page'

interface Ok {
  readonly errMsg: string
}

interface Settings extends Ok {
  readonly authSetting: Readonly<Record<string, boolean>>
}

interface PrivacySetting extends Ok {
  readonly needAuthorization: boolean
  readonly privacyContractName: string
}

interface Scope {
  /** As the browser names it. */
  readonly browser: string
  readonly label: Readonly<Record<'zh' | 'en', string>>
  readonly isRefused: () => boolean
  readonly refuse: (no: boolean) => void
}

const SCOPES: Readonly<Record<string, Scope>> = {
  'scope.record': {
    browser: 'microphone',
    label: { zh: '麦克风', en: 'Microphone' },
    isRefused: isMicrophoneRefused,
    refuse: refuseMicrophone,
  },
  'scope.camera': {
    browser: 'camera',
    label: { zh: '摄像头', en: 'Camera' },
    isRefused: isCameraRefused,
    refuse: refuseCamera,
  },
}
const REFUSED = 103
const allowed = new Set<string>()

/** Undefined, as in WeChat, for what was never asked. */
const state = async (name: string): Promise<boolean | undefined> => {
  const scope = SCOPES[name]
  if (scope === undefined) return undefined
  if (scope.isRefused()) return false
  const { state } = await navigator.permissions.query({ name: scope.browser as PermissionName })
  if (state === 'denied') return false
  return state === 'granted' || allowed.has(name) ? true : undefined
}

const settings = async (): Promise<Settings['authSetting']> => {
  const states = await Promise.all(Object.keys(SCOPES).map(async (name) => [name, await state(name)] as const))
  return Object.fromEntries(states.filter((entry): entry is readonly [string, boolean] => entry[1] !== undefined))
}

/** A refusal is kept: who has refused is not asked again. */
const ask = async (name: string): Promise<void> => {
  if ((await state(name)) === false) throw new DOMException('refused', 'NotAllowedError')
  const audio = name === 'scope.record'
  const stream = await navigator.mediaDevices.getUserMedia({ audio, video: !audio })
  for (const track of stream.getTracks()) track.stop()
  allowed.add(name)
}

/** Only scopes that were asked are on the page; the app is shown again when it is left. */
const changeSettings = async (): Promise<Settings['authSetting']> => {
  const now = await settings()
  const names = Object.keys(now)
  const on = await showSettings(
    names.map((name) => ({ name, label: SCOPES[name]?.label ?? { zh: name, en: name }, on: now[name] === true })),
  )
  for (const name of names) {
    SCOPES[name]?.refuse(!on.includes(name))
    if (on.includes(name)) allowed.add(name)
  }
  happenings.showApp()
  return settings()
}

export const permissionApi = {
  getSetting: (options: Callbacks<Settings>) => {
    void settings().then((authSetting) => {
      succeed(options, { authSetting, errMsg: 'getSetting:ok' })
    })
  },
  openSetting: (options: Callbacks<Settings>) => {
    void changeSettings().then((authSetting) => {
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
  /** The browser itself is the system: what it grants to this page, it grants to WeChat. */
  getAppAuthorizeSetting: () => ({ microphoneAuthorized: 'authorized', cameraAuthorized: 'authorized' }),
  openAppAuthorizeSetting: (options: Callbacks<Ok>) => {
    succeed(options, { errMsg: 'openAppAuthorizeSetting:ok' })
  },
  /** This mini program has no privacy guide, so there is nothing to agree to. */
  getPrivacySetting: (options: Callbacks<PrivacySetting>) => {
    succeed(options, { needAuthorization: false, privacyContractName: '', errMsg: 'getPrivacySetting:ok' })
  },
  requirePrivacyAuthorize: (options: Callbacks<Ok>) => {
    succeed(options, { errMsg: 'requirePrivacyAuthorize:ok' })
  },
  openPrivacyContract: (options: Callbacks<Ok>) => {
    fail(options, { errMsg: 'openPrivacyContract:fail no privacy guide' })
  },
}
