/** The guide's mini program and the built package as one script, every module of it in ES5, as WeChat would upload it. */
import { join } from 'node:path'
import ts from 'typescript'
import { compileProgram } from '../../../devtools/phone/build/program'
import { readSources, type Source } from '../../../devtools/phone/build/sources'

const root = join(__dirname, '../../..')

/** As the DevTools do it with `es6` switched on; without it an `await` would never ask for the Promise of the phone. */
const toEs5 = (source: Source): Source => {
  if (source.extension !== '.js') return source
  const compilerOptions = { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.CommonJS }
  return { ...source, text: ts.transpileModule(source.text, { compilerOptions }).outputText }
}

/** What the templates set on tags, as properties. */
const attributesOf = (sources: readonly Source[]): readonly string[] => {
  const templates = sources.filter(({ extension }) => extension === '.wxml').map(({ text }) => text)
  const names = templates.flatMap((text) => [...text.matchAll(/\s([a-zA-Z-]+)=/g)].map(([, name = '']) => name))
  return [...new Set(names.map((name) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())))]
}

export interface Guide {
  /** Sets the global `miniProgram`. */
  readonly script: string
  readonly attributes: readonly string[]
}

export const compileGuide = async (): Promise<Guide> => {
  const program = await readSources(join(root, 'examples/mini-program'), '')
  const builtPackage = await readSources(join(root, 'miniprogram_dist'), 'miniprogram_npm/tccc-wx-sdk/')
  const sources = [...program.map(toEs5), ...builtPackage]
  return { script: (await compileProgram(sources)).script, attributes: attributesOf(sources) }
}
