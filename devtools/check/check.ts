/** Reads a user's mini program and names what would go wrong in it, with file and line, cause and remedy. */
import type { Language } from 'tccc-wx-sdk/black-box'
import { checkPart } from './check-part'
import { checkSettings, type Domains } from './check-settings'
import type { Finding } from './findings'
import { type Files, readMiniProgram } from './mini-program'
import { type Need, needsOf } from './needs'

export interface Checked {
  /** By file and line; errors are what does not work. */
  readonly findings: readonly Finding[]
  readonly domains: Domains
  /** Of the features in use, what no file of the mini program says. */
  readonly needs: readonly Need[]
}

/** What two parts share, as an included template, is told once: as an error, if it is one of either. */
const once = (findings: readonly Finding[]): Finding[] => {
  const told = new Map<string, Finding>()
  for (const finding of findings) {
    const key = JSON.stringify({ ...finding, severity: null })
    if (told.get(key)?.severity !== 'error') told.set(key, finding)
  }
  return [...told.values()]
}

const byPlace = (one: Finding, other: Finding): number =>
  one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1

export const check = (files: Files): Checked => {
  const program = readMiniProgram(files)
  const [ofSettings, domains] = checkSettings(program)
  const ofParts = program.parts.flatMap((part) => checkPart(program, part))
  const findings = once([...program.findings, ...ofSettings, ...ofParts]).sort(byPlace)
  return { findings, domains, needs: needsOf(program) }
}

export const hasErrors = ({ findings }: Checked): boolean => findings.some(({ severity }) => severity === 'error')

const WORDS = {
  en: {
    warning: ' (warning)',
    clean: 'Nothing found.',
    count: (errors: number, warnings: number) => `Errors: ${errors}. Warnings: ${warnings}.`,
    unseen: (hosts: string) =>
      `No file says these; see to them in mp.weixin.qq.com: 服务器域名 has ${hosts}; 接口设置 has live-pusher and live-player switched on; 用户隐私保护指引 names the microphone and the camera.`,
  },
  zh: {
    warning: '（提醒）',
    clean: '没有发现问题。',
    count: (errors: number, warnings: number) => `错误 ${errors} 个，提醒 ${warnings} 个。`,
    unseen: (hosts: string) =>
      `以下无法从文件中看出，请在 mp.weixin.qq.com 中确认：「服务器域名」包含 ${hosts}；「接口设置」已开通 live-pusher 与 live-player；「用户隐私保护指引」已声明麦克风与摄像头。`,
  },
}

/** For the terminal. */
export const toText = ({ findings, domains, needs }: Checked, language: Language): string => {
  const words = WORDS[language]
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const told = findings.map(({ code, file, line, severity, cause, remedy }) => {
    const mark = severity === 'warning' ? words.warning : ''
    return `${file}:${line}  ${code}${mark}\n  ${cause[language]}\n  ${remedy[language]}\n`
  })
  const count = findings.length === 0 ? words.clean : words.count(errors, findings.length - errors)
  const hosts = [...domains.request.map((each) => `request ${each}`), ...domains.socket.map((each) => `socket ${each}`)]
  return [...told, count, words.unseen(hosts.join(', ')), ...needs.map((need) => need.words[language])].join('\n')
}

/** For programs: the same, as JSON. */
export const toJson = ({ findings, domains, needs }: Checked, language: Language): string => {
  const told = findings.map(({ cause, remedy, ...rest }) => ({
    ...rest,
    cause: cause[language],
    remedy: remedy[language],
  }))
  const needed = needs.map(({ feature, words }) => ({ feature, words: words[language] }))
  return JSON.stringify({ findings: told, domains, needs: needed }, null, 2)
}
