/** What a folder lacks for a call page that works: which files to create, and what to put into those that are there. */
import { tagsFor } from '../check/check-part'
import { found } from '../check/findings'
import {
  type Config,
  type Files,
  lineOfFault,
  type MiniProgram,
  objectIn,
  packagesIn,
  type Part,
  readMiniProgram,
} from '../check/mini-program'
import type { Bilingual } from '../dictionaries/entry'
import { withItem, withMember } from './json-edit'
import { CENTRE, STARTER_PAGE } from './starter'

export interface Change {
  /** In the folder, with `/`. */
  readonly file: string
  /** `null`: the file is created. */
  readonly before: string | null
  readonly after: string
}

export interface Plan {
  /** As app.json names it. */
  readonly page: string
  /** Where it says which call centre it calls: a file of its own beside it, or the page. */
  readonly centre: string
  readonly changes: readonly Change[]
}

/** A folder that `init` leaves as it is. */
export class InitFault extends Error {
  constructor(readonly words: Bilingual) {
    super(words.en)
  }
}

const NAME = 'tccc-wx-sdk'

const broken = (file: string, text: string): InitFault => {
  const line = lineOfFault(text)
  const { cause, remedy } = found('JSON_BROKEN', { file, line })
  return new InitFault({
    en: `${file}:${line} ${cause.en} ${remedy.en} Nothing was written.`,
    zh: `${file}:${line} ${cause.zh}${remedy.zh}没有写入任何文件。`,
  })
}

/** Null: there is no such file. Throws when it is not the object that `init` would write into. */
const objectOf = (files: Files, file: string): Config | null => {
  const text = files.get(file)
  if (text === undefined) return null
  let value: unknown = null
  try {
    value = JSON.parse(text)
  } catch {
    throw broken(file, text)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw broken(file, text)
  return value as Config
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

const pageFiles = (starter: Files, page: string): Files =>
  new Map(
    [...starter]
      .filter(([file]) => file.startsWith(folderOf(STARTER_PAGE)))
      .map(([file, text]) => [
        file.endsWith(`/${CENTRE}`) ? folderOf(page) + CENTRE : file.replace(STARTER_PAGE, page),
        text.replaceAll(STARTER_PAGE, page),
      ]),
  )

const taken = (file: string): InitFault =>
  new InitFault({
    en: `${file} exists, and init writes over no page. Name another place, as in --page pages/service/service. Nothing was written.`,
    zh: `${file} 已存在，init 不会覆盖任何页面。请换一个位置，例如 --page pages/service/service。没有写入任何文件。`,
  })

/** The page's files that are not there yet. */
const toCreate = (files: Files, root: string, page: Files, path: string): readonly Change[] => {
  const script = `${root}${path}.ts`
  if (files.has(script)) throw taken(script)
  return [...page].flatMap(([name, after]) => {
    const file = root + name
    const before = files.get(file)
    if (before !== undefined && before !== after) throw taken(file)
    return before === undefined ? [{ file, before: null, after }] : []
  })
}

const PROJECT = /^project\.(private\.)?config\.json$/
const OF_NPM = /^package(-lock)?\.json$/

/** What is there is of the DevTools or of npm, and no mini program yet. */
const isEmpty = (files: Files): boolean => [...files.keys()].every((file) => OF_NPM.test(file) || PROJECT.test(file))

/** What an empty folder gets beside the page. */
const frame = (files: Files, root: string, starter: Files, page: string): readonly Change[] =>
  [...starter]
    .filter(([file]) => !file.startsWith(folderOf(STARTER_PAGE)) && file !== 'package.json')
    .map(([file, text]) => ({
      file: PROJECT.test(file) ? file : root + file,
      before: null,
      after: text.replaceAll(STARTER_PAGE, page),
    }))
    .filter(({ file }) => !files.has(file))

const manifestChange = (files: Files, root: string, starter: Files, range: string): readonly Change[] => {
  const manifests = [...files.keys()].filter((file) => /(^|\/)package\.json$/.test(file))
  if (manifests.some((file) => NAME in objectIn(objectOf(files, file) ?? {}, 'dependencies'))) return []
  const file = [`${root}package.json`, 'package.json'].find((each) => files.has(each)) ?? `${root}package.json`
  const before = files.get(file) ?? null
  const dependencies = objectOf(files, file)?.['dependencies'] ?? {}
  if (before !== null && (typeof dependencies !== 'object' || Array.isArray(dependencies))) throw broken(file, before)
  const after = withMember(before ?? starter.get('package.json') ?? '{}', 'dependencies', NAME, range)
  return [{ file, before, after }]
}

const inPackage = (page: string, folder: string): InitFault =>
  new InitFault({
    en: `${page} lies in the subpackage ${folder} of app.json, and init writes into the main package. Name another place, as in --page pages/service/service. Nothing was written.`,
    zh: `${page} 位于 app.json 的分包 ${folder} 中，而 init 只写入主包。请换一个位置，例如 --page pages/service/service。没有写入任何文件。`,
  })

const listing = ({ files, root, app, pages }: MiniProgram, page: string): readonly Change[] => {
  const file = `${root}app.json`
  const before = files.get(file) ?? ''
  if (pages.includes(root + page)) return []
  if ('pages' in app && !Array.isArray(app['pages'])) throw broken(file, before)
  const within = packagesIn(app).find(({ folder }) => folder !== '' && page.startsWith(`${folder}/`))
  if (within !== undefined) throw inPackage(page, within.folder)
  return [{ file, before, after: withItem(before, 'pages', page) }]
}

/** What shows the panel already: a page or a component of the user's, or our page from before. */
const withPanel = (program: MiniProgram, page: string): Part | undefined =>
  program.parts.find(
    (part) => (part.page !== null || part.path === program.root + page) && tagsFor(program, part, 'panel').length > 0,
  )

/** `range`: which versions of this package the mini program takes. Throws an InitFault. */
export const planOf = (files: Files, starter: Files, page: string, range: string): Plan => {
  for (const file of ['project.config.json', 'project.private.config.json']) objectOf(files, file)
  const program = readMiniProgram(files)
  const { root } = program
  const hasApp = objectOf(files, `${root}app.json`) !== null
  if (!hasApp && !isEmpty(files)) {
    throw new InitFault({
      en: `The folder has files and no ${root}app.json. Name an empty folder, or that of a mini program; of Taro, uni-app and others init cannot write pages. Nothing was written.`,
      zh: `目录里有文件，但没有 ${root}app.json。请指定空目录或小程序的目录；init 不能为 Taro、uni-app 等框架写页面。没有写入任何文件。`,
    })
  }
  const there = withPanel(program, page)
  const name = there === undefined ? page : (there.page ?? there.path).slice(root.length)
  const changes = [
    ...(hasApp ? listing(program, name) : frame(files, root, starter, page)),
    ...(there === undefined ? toCreate(files, root, pageFiles(starter, page), page) : []),
    ...manifestChange(files, root, starter, range),
  ]
  const centre = root + folderOf(name) + CENTRE
  const hasCentre = files.has(centre) || changes.some(({ file }) => file === centre)
  return { page: name, centre: hasCentre ? centre : root + name, changes }
}
