/** The sign-in page's words. */
import type { Role } from '../../server/accounts/account'
import type { Language } from '../shared/language'
import type { CommonWords } from '../shared/words'
import { commonWords } from '../shared/words'
import type { Trouble } from './state'

const en = {
  title: 'Sign in',
  hint: 'For agents, supervisors and administrators of this call centre.',
  account: 'Account',
  password: 'Password',
  submit: 'Sign in',
  looking: 'One moment…',
  chooseTitle: 'Choose a password',
  chooseHint: 'This link is good once. With the password you sign in from now on, also in other browsers.',
  newPassword: 'New password, 10 characters or more',
  again: 'Once more',
  choose: 'Save and sign in',
  voidTitle: 'This link is not good any more',
  voidText: 'It was used, or is too old. Ask an administrator for another, or sign in with your password.',
  toPassword: 'Sign in with a password',
  signedInTitle: 'You are signed in',
  notForRole: 'This page is not open to your account. Ask an administrator, or sign in with another account.',
  roles: { seat: 'Agent', supervisor: 'Supervisor', administrator: 'Administrator' } satisfies Record<Role, string>,
  pages: { seat: 'To the workstation', supervisor: 'To the operator’s page', administrator: 'To the accounts' },
  change: 'Change the password',
  oldPassword: 'Present password',
  save: 'Save',
  keep: 'Keep it as it is',
  changed: 'The new password is saved. Other browsers are signed out.',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out in all browsers',
  troubles: {
    wrong: 'The account or the password is wrong.',
    tooMany: 'Too many wrong passwords. Wait a minute, or ask an administrator for a link.',
    poor: 'A password has 10 to 128 characters.',
    different: 'The two are different. Type the new password twice.',
    busy: 'Too many people sign in at this moment. Try again in a few seconds.',
    unreachable: 'The call centre does not answer. Check the network, then try again.',
  } satisfies Record<NonNullable<Trouble>, string>,
}

export type SignInWords = CommonWords & typeof en

const zh: typeof en = {
  title: '登录',
  hint: '供本呼叫中心的坐席、班长与管理员使用。',
  account: '账号',
  password: '密码',
  submit: '登录',
  looking: '请稍候…',
  chooseTitle: '设置密码',
  chooseHint: '此链接仅可使用一次。以后请用密码登录，在其他浏览器中也一样。',
  newPassword: '新密码，至少 10 个字符',
  again: '再输入一次',
  choose: '保存并登录',
  voidTitle: '链接已失效',
  voidText: '链接已使用或已过期。请向管理员索取新链接，或使用密码登录。',
  toPassword: '使用密码登录',
  signedInTitle: '您已登录',
  notForRole: '您的账号无权打开此页面。请联系管理员，或换一个账号登录。',
  roles: { seat: '坐席', supervisor: '班长', administrator: '管理员' },
  pages: { seat: '前往坐席工作台', supervisor: '前往监控台', administrator: '前往账号管理' },
  change: '修改密码',
  oldPassword: '当前密码',
  save: '保存',
  keep: '不修改',
  changed: '新密码已保存，其他浏览器已退出登录。',
  signOut: '退出登录',
  signOutEverywhere: '在所有浏览器中退出',
  troubles: {
    wrong: '账号或密码不正确。',
    tooMany: '密码错误次数过多。请稍等一分钟，或向管理员索取链接。',
    poor: '密码须为 10 至 128 个字符。',
    different: '两次输入不一致，请输入两次相同的新密码。',
    busy: '此刻登录的人太多，请几秒后再试。',
    unreachable: '呼叫中心没有应答。请检查网络后重试。',
  },
}

export const signInWords: Readonly<Record<Language, SignInWords>> = {
  en: { ...commonWords.en, ...en },
  zh: { ...commonWords.zh, ...zh },
}
