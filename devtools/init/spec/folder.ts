/** A temporary folder, and the command `init` in it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../../spec/docs/markdown'
import { check } from '../../check/check'
import { readFolder } from '../../check/read-folder'
import { run } from '../../command/command'
import { disk } from '../disk'
import { starterOf } from '../starter'

export const STARTER = starterOf((file) => readFileSync(join(root, 'examples/mini-program', file), 'utf8'))

const notUsed = (): never => {
  throw new Error('init uses none of it')
}

export type Texts = Readonly<Record<string, string>>

export const folderWith = (texts: Texts) => {
  const path = mkdtempSync(join(tmpdir(), 'init-'))
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  const questions: string[] = []
  /** `answer`: what the person at the terminal types; `null`: there is no terminal. */
  const init = (answer: string | null, ...options: readonly string[]) => {
    const printed: string[] = []
    const code = run(['init', path, '--lang', 'en', ...options], {
      ...disk,
      starter: () => STARTER,
      range: '^0.1.0',
      readFile: notUsed,
      readFolder: notUsed,
      writeFile: notUsed,
      print: (text) => printed.push(text),
      complain: (text) => printed.push(text),
      width: 80,
      ask:
        answer === null
          ? null
          : (question) => {
              questions.push(question)
              return answer
            },
    })
    return { code, printed: printed.join('\n') }
  }
  return {
    init,
    questions,
    texts: (): Texts => Object.fromEntries(readFolder(path)),
    raw: (file: string) => readFileSync(join(path, file), 'utf8'),
    findings: () => check(readFolder(path)).findings,
    remove: () => {
      rmSync(path, { recursive: true })
    },
  }
}
