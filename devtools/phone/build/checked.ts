/** What `tccc-wx-sdk check` says of a mini program, as far as the phone needs it. */
import type { Bilingual } from '../../dictionaries/entry'
import { check } from '../../check/check'
import type { Finding, FindingCode } from '../../check/findings'
import { readMiniProgram } from '../../check/mini-program'
import { readFolder } from '../../check/read-folder'
import { readTemplate } from '../../check/template'
import { WECHAT_TAGS } from '../../check/wechat-tags'
import { PHONE_TAGS } from '../elements/tags'

export interface CheckedProgram {
  readonly faults: readonly Bilingual[]
  /** The paths of pages that neither app.json lists nor another uses. */
  readonly unlisted: ReadonlySet<string>
  readonly unknownTags: readonly string[]
}

export const UNCHECKED: CheckedProgram = { faults: [], unlisted: new Set(), unknownTags: [] }

/** Of the language of templates itself: no tags of a page. */
const LANGUAGE = ['block', 'import', 'include', 'slot', 'template', 'wxs']

/** With one of these in a page that is listed, WeChat compiles nothing of the mini program. */
const FATAL: readonly FindingCode[] = ['JSON_BROKEN', 'SCRIPT_BROKEN', 'TEMPLATE_BROKEN']

const said = ({ file, line, cause, remedy }: Finding): Bilingual => ({
  en: `${file}:${line} ${cause.en} ${remedy.en}`,
  zh: `${file}:${line} ${cause.zh}${remedy.zh}`,
})

/** Throws when the mini program does not compile, with file and line. */
export const checkProgram = (folder: string): CheckedProgram => {
  const files = readFolder(folder)
  const { findings } = check(files)
  const fatal = findings.filter(({ code, severity }) => severity === 'error' && FATAL.includes(code)).map(said)
  if (fatal.length > 0) throw new Error(fatal.flatMap(({ zh, en }) => [zh, en]).join('\n'))
  const { parts } = readMiniProgram(files)
  const tags = parts
    .filter(({ page }) => page !== null)
    .flatMap(({ path }) => readTemplate(files.get(`${path}.wxml`) ?? '').tags.map(({ name }) => name))
  const unknown = tags.filter((tag) => WECHAT_TAGS.has(tag) && ![...LANGUAGE, ...PHONE_TAGS].includes(tag))
  return {
    faults: findings.map(said),
    unlisted: new Set(parts.filter(({ page }) => page === null).map(({ path }) => path)),
    unknownTags: [...new Set(unknown)],
  }
}
