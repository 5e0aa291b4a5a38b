/** What the command says to a person who has started it, in the language of the terminal. */
import type { End } from '../sessions/session'

export type TerminalLanguage = 'en' | 'zh'

/** As POSIX has it: the first of these that says anything; English where it is not Chinese. */
export const terminalLanguage = (env: NodeJS.ProcessEnv): TerminalLanguage =>
  /^zh/i.test([env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) ?? '') ? 'zh' : 'en'

const en = {
  selfCheck: 'Self-check: D dialling, V ivr, W waiting, R ringing, T talking, E ended',
  pass: 'PASS',
  fail: (fault: string) => `FAIL: ${fault}`,
  ended: ({ endStatus, closeBy }: End) => `${endStatus}, by ${closeBy}`,
  signIn: 'Sign-in',
  administrator: 'Administrator',
  phone: 'Phone',
  workstation: 'Workstation',
  operator: 'Operator',
  inspector: 'Inspector',
  as: (who: string) => `as ${who}`,
  either: 'Lin or Mei',
  choosePassword: '(choose a password; the link is good once)',
  tryIt: `Each sign-in link is good once: a second agent needs another browser, or a private window. Open phone and workstation side
by side and call yourself; Ctrl-C stops.`,
  localLogIn:
    'Customers log in locally: any code is taken. Configure wechat before anybody else can reach this centre.',
  wechatLogIn: (appId: string) => `Customers log in by WeChat, as users of ${appId}.`,
}

type TerminalWords = typeof en

const BY: Readonly<Record<End['closeBy'], string>> = {
  client: '客户',
  seat: '坐席',
  admin: '呼叫中心',
  timer: '时间限制',
}

const zh: TerminalWords = {
  selfCheck: '自检：D 拨号，V 菜单，W 排队，R 振铃，T 通话，E 结束',
  pass: '通过',
  fail: (fault) => `失败：${fault}`,
  ended: ({ endStatus, closeBy }) => `${endStatus}，由${BY[closeBy]}结束`,
  signIn: '登录',
  administrator: '管理员',
  phone: '手机',
  workstation: '坐席工作台',
  operator: '运营监控',
  inspector: '通话观察器',
  as: (who) => `以 ${who} 的身份`,
  either: 'Lin 或 Mei',
  choosePassword: '（设置密码；链接只能用一次）',
  tryIt:
    '每个登录链接只能用一次：第二位坐席请用另一个浏览器，或无痕窗口。并排打开手机与坐席工作台，给自己打个电话；按 Ctrl-C 停止。',
  localLogIn: '客户在本地登录：任何登录码都会接受。让他人访问之前，请先配置 wechat。',
  wechatLogIn: (appId) => `客户通过微信登录，是 ${appId} 的用户。`,
}

export const terminalWords: Readonly<Record<TerminalLanguage, TerminalWords>> = { en, zh }

/** Signs of a name with blanks after it, so that what follows begins in one column; a Chinese character is two wide. */
export const column = (name: string, width: number): string => {
  const wide = name.replace(/[^\u2e80-\u9fff]/g, '').length
  return name + ' '.repeat(Math.max(1, width - name.length - wide))
}
