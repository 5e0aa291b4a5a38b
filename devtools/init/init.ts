/** `tccc-wx-sdk init`: shows what it would write, asks, writes. */
import type { Language } from 'tccc-wx-sdk/black-box'
import type { Files } from '../check/mini-program'
import { InitFault, type Plan, planOf } from './plan'
import { initWords, shown } from './words'

/** What init touches outside of itself. */
export interface InitWorld {
  /** A folder that does not exist is empty. */
  readonly readFolderToFill: (path: string) => Files
  readonly starter: () => Files
  /** Which versions of this package a mini program takes. */
  readonly range: string
  /** Makes the folders on the way; throws when the file exists. */
  readonly createFile: (folder: string, file: string, text: string) => void
  readonly replaceFile: (folder: string, file: string, text: string) => void
  readonly print: (text: string) => void
  /** Answers with a line; `null`: nobody is there to be asked. */
  readonly ask: ((question: string) => string) | null
}

export interface InitOptions {
  readonly path: string
  readonly language: Language
  /** A page's path in the mini program. */
  readonly page: string
  readonly yes: boolean
}

interface Result {
  readonly text: string
  readonly code: 0 | 1
}

/** As app.json takes one: inside of the mini program, in a folder of its own, without an extension. */
export const isPagePath = (page: string): boolean => /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)+$/.test(page)

const write = (folder: string, { changes }: Plan, world: InitWorld): void => {
  for (const { file, before, after } of changes) {
    if (before === null) world.createFile(folder, file, after)
    else world.replaceFile(folder, file, after)
  }
}

const mayWrite = ({ yes, language }: InitOptions, { ask }: InitWorld): boolean =>
  yes || (ask !== null && /^\s*(y|yes|是)\s*$/i.test(ask(initWords(language).question)))

const filled = (options: InitOptions, world: InitWorld): Result => {
  const { path, page, language } = options
  const words = initWords(language)
  const plan = planOf(world.readFolderToFill(path), world.starter(), page, world.range)
  if (plan.changes.length === 0) return { text: words.nothing(plan.page), code: 0 }
  world.print(shown(plan, language))
  if (!mayWrite(options, world)) return { text: world.ask === null ? words.unasked : words.declined, code: 1 }
  write(path, plan, world)
  return { text: words.next(plan.page, plan.centre).join('\n'), code: 0 }
}

/** Writes nothing before it was allowed to, and nothing when a file stands in the way. */
export const init = (options: InitOptions, world: InitWorld): Result => {
  try {
    return filled(options, world)
  } catch (error) {
    if (!(error instanceof InitFault)) throw error
    return { text: error.words[options.language], code: 1 }
  }
}
