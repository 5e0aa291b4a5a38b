/** A phone that can be asked: what it grants, what it is asked, and dialogues that stay open until they are answered. */
import type { WxFailure } from '../../../lib/wx/edge'
import type { Scope, Wx } from '../../../lib/wx/wx'
import { givePhone, type Phone } from '../../wx/phone'

type Dialogue = Parameters<NonNullable<Wx['authorize']>>[0]

export interface AskablePhone {
  readonly phone: Phone
  readonly authSetting: Partial<Record<Scope, boolean>>
  readonly rights: ReturnType<NonNullable<Wx['getAppAuthorizeSetting']>>
  /** The names of all that was called. */
  readonly called: string[]
  readonly dialogues: Dialogue[]
  network: string
  needAuthorization: boolean
  /** Silent questions that are never answered. */
  silent: boolean
  readonly allow: () => void
  readonly refuse: (failure?: WxFailure) => void
}

export const askablePhone = (changes: Partial<Wx> = {}): AskablePhone => {
  const called: string[] = []
  const dialogues: Dialogue[] = []
  const last = () => {
    const dialogue = dialogues[dialogues.length - 1]
    if (dialogue === undefined) throw new Error('nothing was asked')
    return dialogue
  }
  const state = { network: 'wifi', needAuthorization: false, silent: false }
  const authSetting: AskablePhone['authSetting'] = {}
  const rights = {}
  const answering =
    <Result>(name: string, result: () => Result) =>
    ({ success }: { readonly success?: (result: Result) => void }) => {
      called.push(name)
      if (!state.silent) success?.(result())
    }
  const opening = (name: string) => () => void called.push(name)
  const members = {
    canIUse: (name: string) => name === 'live-pusher',
    getSetting: answering('getSetting', () => ({ authSetting: { ...authSetting } })),
    getPrivacySetting: answering('getPrivacySetting', () => ({ needAuthorization: state.needAuthorization })),
    getNetworkType: answering('getNetworkType', () => ({ networkType: state.network })),
    getAppAuthorizeSetting: () => rights,
    authorize: (options: Dialogue) => {
      called.push(`authorize ${options.scope}`)
      dialogues.push(options)
    },
    requirePrivacyAuthorize: (options: Dialogue) => {
      called.push('requirePrivacyAuthorize')
      dialogues.push(options)
    },
    onNeedPrivacyAuthorization: opening('onNeedPrivacyAuthorization'),
    openSetting: opening('openSetting'),
    openAppAuthorizeSetting: opening('openAppAuthorizeSetting'),
    openPrivacyContract: opening('openPrivacyContract'),
    updateWeChatApp: opening('updateWeChatApp'),
    ...changes,
  }
  const phone = givePhone(() => members)
  const allow = () => {
    last().success?.({})
  }
  const refuse = (failure: WxFailure = { errMsg: 'authorize:fail auth deny', errno: 103 }) => {
    last().fail?.(failure)
  }
  return Object.assign(state, { phone, authSetting, rights, called, dialogues, allow, refuse })
}
