/** Every fault that a check can name: how bad it is, its cause and its remedy. */
import type { Bilingual } from '../dictionaries/entry'
import type { TemplateFaultKind } from './template'

export type Severity = 'error' | 'warning'

interface Said {
  readonly severity: Severity
  readonly cause: Bilingual
  readonly remedy: Bilingual
}

const error = (cause: Bilingual, remedy: Bilingual): Said => ({ severity: 'error', cause, remedy })
const warning = (cause: Bilingual, remedy: Bilingual): Said => ({ severity: 'warning', cause, remedy })
const both = (en: string, zh: string): Bilingual => ({ en, zh })

const TEMPLATE_FAULTS: Readonly<Record<TemplateFaultKind, (name: string) => Bilingual>> = {
  commentOpen: (name) => both(`The comment ${name} has no end.`, `注释 ${name} 没有结束。`),
  expressionBroken: (name) => both(`${name} is no expression.`, `${name} 不是合法的表达式。`),
  expressionOpen: (name) => both(`The expression ${name} has no }}.`, `表达式 ${name} 缺少 }}。`),
  quoteMissing: (name) => both(`The value of ${name} has no second quotation mark.`, `${name} 的值缺少后一个引号。`),
  tagNotClosed: (name) => both(`<${name}> is never closed.`, `<${name}> 没有闭合。`),
  tagNotOpened: (name) => both(`</${name}> closes what was never opened.`, `</${name}> 没有对应的开始标签。`),
  tagUnfinished: (name) => both(`The tag <${name} does not end with >.`, `标签 <${name} 没有以 > 结束。`),
}

export const FINDINGS = {
  JSON_BROKEN: () =>
    error(
      both('This is no JSON.', '不是合法的 JSON。'),
      both(
        'Look for a missing or a last comma, a quotation mark or a comment: JSON has no comments.',
        '检查逗号、引号与注释：JSON 不允许末尾的逗号，也不允许注释。',
      ),
    ),
  SCRIPT_BROKEN: (message: string) =>
    error(both(`The script cannot be read: ${message}.`, `脚本有语法错误：${message}。`), both('Mend it.', '请修正。')),
  TYPESCRIPT_NOT_READ: (message: string) =>
    warning(
      both(`This TypeScript was not read: ${message}.`, `未能读取这个 TypeScript 文件：${message}。`),
      both(
        'Check with Node 22.13 or newer, or check the folder of the compiled scripts.',
        '请用 Node 22.13 或更新的版本检查，或者检查编译后的目录。',
      ),
    ),
  TEMPLATE_BROKEN: (kind: TemplateFaultKind, name: string) =>
    error(
      TEMPLATE_FAULTS[kind](name),
      both('WeChat does not compile the page: mend it.', '微信无法编译此页面，请修正。'),
    ),
  PAGE_MISSING: (file: string) =>
    error(
      both(`app.json lists a page, but there is no ${file}.`, `app.json 列出了此页面，但没有 ${file}。`),
      both('Make the file, or take the page out of app.json.', '请创建该文件，或从 app.json 中删除此页面。'),
    ),
  HANDLER_MISSING: (handler: string, binding: string, script: string) =>
    error(
      both(
        `${binding} names ${handler}, and ${script} has no such function: the event is lost without a word.`,
        `${binding} 指定了 ${handler}，但 ${script} 中没有这个函数：事件会无声地丢失。`,
      ),
      both(
        `Define ${handler} in ${script}, or name a function that is there.`,
        `请在 ${script} 中定义 ${handler}，或改为已有的函数名。`,
      ),
    ),
  HANDLER_MISPLACED: (handler: string, script: string) =>
    error(
      both(
        `${handler} stands beside methods in ${script}, where no template finds it.`,
        `${script} 中的 ${handler} 不在 methods 里，模板找不到它。`,
      ),
      both(`Move ${handler} into methods.`, `请把 ${handler} 移到 methods 中。`),
    ),
  PAYLOAD_OFF_EVENT: (field: string, handler: string, event: string) =>
    error(
      both(
        `${handler} reads ${field} of ${event} off the event itself, where it is always undefined.`,
        `${handler} 从事件对象本身读取 ${event} 的 ${field}，得到的永远是 undefined。`,
      ),
      both(
        `WeChat puts it into detail: ${handler}({ detail: { ${field} } }).`,
        `微信把数据放在 detail 中：${handler}({ detail: { ${field} } })。`,
      ),
    ),
  NAME_UNKNOWN: (name: string) =>
    warning(
      both(
        `Nothing declares ${name} in this script: the line that uses it throws.`,
        `脚本中没有声明 ${name}：运行到这一行会抛出错误。`,
      ),
      both('Mend the name, or declare it.', '请修正名称，或声明它。'),
    ),
  EVENT_UNKNOWN: (event: string, known: string) =>
    warning(
      both(`tccc-wx-sdk has no event ${event}.`, `tccc-wx-sdk 没有 ${event} 事件。`),
      both(`Its events are ${known}.`, `它的事件有 ${known}。`),
    ),
  COMPONENT_NOT_REGISTERED: (tag: string) =>
    error(
      both(`<${tag}> is in no usingComponents.`, `<${tag}> 没有在 usingComponents 中声明。`),
      both(
        `Add "${tag}": "tccc-wx-sdk" to usingComponents of the page's .json, or of app.json; a sub-component is "tccc-wx-sdk/pusher" or "tccc-wx-sdk/player".`,
        `请在页面的 .json 或 app.json 的 usingComponents 中加入 "${tag}": "tccc-wx-sdk"；子组件为 "tccc-wx-sdk/pusher"、"tccc-wx-sdk/player"。`,
      ),
    ),
  TAG_UNKNOWN: (tag: string) =>
    warning(
      both(
        `<${tag}> is no tag of WeChat, and is in no usingComponents.`,
        `<${tag}> 不是微信的标签，也没有在 usingComponents 中声明。`,
      ),
      both('Register the component, or mend the name.', '请声明该组件，或修正标签名。'),
    ),
  COMPONENT_MISSING: (tag: string, path: string) =>
    error(
      both(`"${tag}": "${path}" leads to no component.`, `"${tag}": "${path}" 找不到组件。`),
      both('Mend the path in usingComponents.', '请修正 usingComponents 中的路径。'),
    ),
  NOT_INSTALLED: () =>
    error(
      both('tccc-wx-sdk is used, but not installed.', '使用了 tccc-wx-sdk，但没有安装。'),
      both(
        'Run npm install tccc-wx-sdk in this folder, then 工具 > 构建 npm in the DevTools.',
        '请在此目录执行 npm install tccc-wx-sdk，然后在开发者工具中执行「工具 > 构建 npm」。',
      ),
    ),
  NOT_PACKED: () =>
    error(
      both(
        'tccc-wx-sdk stands in devDependencies, which 构建 npm leaves out.',
        'tccc-wx-sdk 在 devDependencies 中，「构建 npm」不会打包它。',
      ),
      both('Move it to dependencies.', '请移到 dependencies 中。'),
    ),
  TWO_COPIES: (folders: string) =>
    error(
      both(
        `tccc-wx-sdk is installed more than once: ${folders}. The copies share neither log-in nor settings.`,
        `tccc-wx-sdk 安装了不止一份：${folders}。它们之间不共享登录与设置。`,
      ),
      both('Install it in the main package or in one subpackage, not in both.', '请只装在主包或一个分包中。'),
    ),
  BASE_LIBRARY_OLD: (version: string) =>
    error(
      both(
        `libVersion ${version} is older than 2.10.0, the first base library that can call.`,
        `libVersion ${version} 低于 2.10.0，无法通话。`,
      ),
      both(
        'Choose 2.10.0 or newer, here and as the least base library under 设置 > 基本设置 > 基础库最低版本设置.',
        '请在此处与公众平台「设置 > 基本设置 > 基础库最低版本设置」中选择 2.10.0 或更新的版本。',
      ),
    ),
  DOMAINS_UNCHECKED: (domains: string) =>
    warning(
      both(
        'urlCheck is off: the DevTools accept every domain, and a phone refuses the ones that are not configured.',
        'urlCheck 已关闭：开发者工具接受任何域名，而真机会拒绝未配置的域名。',
      ),
      both(
        `Configure ${domains} under 开发管理 > 开发设置 > 服务器域名, then switch urlCheck on.`,
        `请在「开发管理 > 开发设置 > 服务器域名」中配置 ${domains}，然后打开 urlCheck。`,
      ),
    ),
  HOST_REFUSED: (host: string) =>
    error(
      both(
        `configure({ host: '${host}' }): a release takes https and a name only, no http, no IP address and no path.`,
        `configure({ host: '${host}' })：正式版只接受 https 与域名，不接受 http、IP 地址与路径。`,
      ),
      both("Give a host like 'https://calls.example.com'.", "请使用形如 'https://calls.example.com' 的地址。"),
    ),
  PERMISSION_INVALID: (scope: string) =>
    warning(
      both(
        `permission["${scope}"]: WeChat knows scopes of the location there, and no others.`,
        `permission["${scope}"]：微信只接受与位置有关的 scope。`,
      ),
      both(
        'Take it out; what the microphone and the camera are for is told in 用户隐私保护指引.',
        '请删除；麦克风与摄像头的用途在「用户隐私保护指引」中说明。',
      ),
    ),
  PRIVATE_INFO_INVALID: (name: string) =>
    error(
      both(
        `requiredPrivateInfos: "${name}" is none of the location interfaces that it lists.`,
        `requiredPrivateInfos："${name}" 不是它所列的位置接口。`,
      ),
      both(
        'Take it out; microphone and camera are declared in 用户隐私保护指引.',
        '请删除；麦克风与摄像头在「用户隐私保护指引」中声明。',
      ),
    ),
  PRIVACY_SWITCH: () =>
    warning(
      both(
        '__usePrivacyCheck__ false switches nothing off: since 2023-10-17 WeChat asks in every mini program.',
        '__usePrivacyCheck__ 为 false 并不能关闭：自 2023-10-17 起微信在所有小程序中检查隐私授权。',
      ),
      both('Set it to true, so that the DevTools ask as a phone does.', '请设为 true，让开发者工具的行为与真机一致。'),
    ),
  PRIVACY_NEVER_ANSWERED: () =>
    error(
      both(
        'This listener of wx.onNeedPrivacyAuthorization takes no resolve, so nobody can answer: no call is ever dialled.',
        'wx.onNeedPrivacyAuthorization 的监听函数没有 resolve 参数，无法作答：通话永远拨不出去。',
      ),
      both(
        "Take (resolve) and call resolve({ event: 'agree' }) or resolve({ event: 'disagree' }); or register none, and WeChat shows its own dialogue.",
        "请接收 (resolve)，并调用 resolve({ event: 'agree' }) 或 resolve({ event: 'disagree' })；或不注册，由微信显示自己的弹窗。",
      ),
    ),
  PRIVACY_LISTENERS: (other: string) =>
    warning(
      both(
        `wx.onNeedPrivacyAuthorization is registered in ${other} too, and WeChat keeps the last one only.`,
        `${other} 也注册了 wx.onNeedPrivacyAuthorization，而微信只保留最后一个。`,
      ),
      both('Register it in one place.', '请只在一处注册。'),
    ),
} as const

export type FindingCode = keyof typeof FINDINGS

export interface Finding extends Said {
  readonly code: FindingCode
  /** In the folder that was checked, with `/`. */
  readonly file: string
  readonly line: number
}

export interface Place {
  readonly file: string
  readonly line: number
}

/** The fault at its place, said with what it is about. */
export const found = <Code extends FindingCode>(
  code: Code,
  place: Place,
  ...about: Parameters<(typeof FINDINGS)[Code]>
): Finding => ({ ...(FINDINGS[code] as (...about: unknown[]) => Said)(...about), code, ...place })
