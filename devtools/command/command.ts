/** `tccc-wx-sdk init`: a call page; `check`: what is wrong in a mini program; `replay | spec | explain`: what to do with the recording of a call. */
import { parseArgs } from 'node:util'
import { explain, isRecordingFault, type Language, readRecording, toLines, toMarbles } from 'tccc-wx-sdk/black-box'
import { check, hasErrors, toJson, toText } from '../check/check'
import { type Files, isMiniProgram } from '../check/mini-program'
import { init, type InitWorld, isPagePath } from '../init/init'
import { STARTER_PAGE } from '../init/starter'

export const USAGE = `tccc-wx-sdk: a call page in a mini program, and what is wrong in one before it runs

  tccc-wx-sdk init <folder>          puts a call page into a mini program or an empty folder
  tccc-wx-sdk check <folder>         names faults with file and line, cause and remedy

and what happened in a call, from the JSON of call.recording()

  tccc-wx-sdk replay <call.json>     draws the call as marble lines
  tccc-wx-sdk explain <call.json>    says why it ended, for support staff
  tccc-wx-sdk spec <call.json>       prints a marble spec that plays the call

  --lang zh|en     the language of init, check and explain (default zh)
  --yes            init writes without asking
  --page <path>    where init puts the page (default ${STARTER_PAGE})
  --json           check answers with JSON
  --out <file>     writes to a file that does not exist yet, instead of printing
  --help           shows this

Exit codes: 0 done, 1 init wrote nothing, check has found errors or the recording cannot be used,
2 the command cannot be used.`

/** What the command touches outside of itself. */
export interface World extends InitWorld {
  readonly readFile: (path: string) => string
  readonly readFolder: (path: string) => Files
  /** Throws when the file exists. */
  readonly writeFile: (path: string, text: string) => void
  readonly complain: (text: string) => void
  /** How many characters fit into a line of the terminal. */
  readonly width: number
}

/** Something that the person at the keyboard can mend. */
class UsageFault extends Error {}

const COMMANDS = ['init', 'check', 'replay', 'explain', 'spec'] as const
type Command = (typeof COMMANDS)[number]

interface Options {
  readonly command: Command
  readonly path: string
  readonly language: Language
  readonly json: boolean
  readonly out: string | undefined
  readonly page: string
  readonly yes: boolean
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'zh' },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
        page: { type: 'string' },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageFault(wordsOf(error))
  }
}

type Values = ReturnType<typeof parse>['values']

/** What a command takes besides its path. */
const refuseStrangers = (command: Command, { json, out, page, yes }: Values): void => {
  if (json && command !== 'check') throw new UsageFault('--json is for check.')
  if (out !== undefined && command === 'init') throw new UsageFault('--out is not for init.')
  if ((page !== undefined || yes) && command !== 'init') throw new UsageFault('--page and --yes are for init.')
  if (page !== undefined && !isPagePath(page)) {
    throw new UsageFault(`--page ${page}: a path in the mini program, as pages/service/service.`)
  }
}

const takes = (command: Command): string => {
  if (command === 'init') return 'folder: that of a mini program, or an empty one'
  return command === 'check' ? 'folder: that of a mini program' : 'recording: a JSON file'
}

/** `null`: help was asked for. */
const readOptions = (args: readonly string[]): Options | null => {
  const { values, positionals } = parse(args)
  if (values.help) return null
  const [name = '', path, ...rest] = positionals
  const command = COMMANDS.find((known) => known === name)
  if (command === undefined) throw new UsageFault(name === '' ? 'No command.' : `'${name}' is no command.`)
  if (path === undefined || rest.length > 0) throw new UsageFault(`${command} takes one ${takes(command)}.`)
  refuseStrangers(command, values)
  const { lang, json, out, page = STARTER_PAGE, yes } = values
  if (lang !== 'zh' && lang !== 'en') throw new UsageFault(`--lang ${lang}: choose zh or en.`)
  return { command, path, language: lang, json, out, page, yes }
}

const attempt = <Value>(what: string, action: () => Value): Value => {
  try {
    return action()
  } catch (error) {
    throw new UsageFault(`${what}: ${wordsOf(error)}`)
  }
}

/** What acts on a terminal, or turns the direction of its text; only line ends and tabs are wanted. */
const CONTROLS = /(?![\n\t])[\p{Cc}\p{Cf}]/gu

/** A recording comes from a stranger's phone, a mini program from anywhere: what acts on a terminal is written out. */
const harmless = (text: string): string =>
  text.replace(CONTROLS, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`)

interface Result {
  readonly text: string
  readonly code: 0 | 1
}

const checked = ({ path, language, json }: Options, world: World): Result => {
  const files = attempt(`${path} cannot be read`, () => world.readFolder(path))
  if (!isMiniProgram(files)) {
    throw new UsageFault(`${path} is no mini program: neither it nor its miniprogramRoot has an app.json.`)
  }
  const outcome = check(files)
  const text = json ? toJson(outcome, language) : toText(outcome, language)
  return { text, code: hasErrors(outcome) ? 1 : 0 }
}

const result = (options: Options, world: World): Result => {
  const { command, path, language } = options
  if (command === 'check') return checked(options, world)
  if (command === 'init') return attempt(path, () => init(options, world))
  const recording = readRecording(attempt(`${path} cannot be read`, () => world.readFile(path)))
  switch (command) {
    case 'replay':
      return { text: toLines(recording, { width: world.width }), code: 0 }
    case 'explain':
      return { text: explain(recording, language).join('\n'), code: 0 }
    case 'spec':
      return { text: toMarbles(recording), code: 0 }
  }
}

/** Answers with the exit code. */
export const run = (args: readonly string[], outside: World): number => {
  const world: World = {
    ...outside,
    print: (text) => {
      outside.print(harmless(text))
    },
    complain: (text) => {
      outside.complain(harmless(text))
    },
  }
  try {
    const options = readOptions(args)
    if (options === null) {
      world.print(USAGE)
      return 0
    }
    const { out } = options
    const { text, code } = result(options, world)
    if (out === undefined) world.print(text)
    else attempt(`${out} cannot be written`, () => world.writeFile(out, `${text.trimEnd()}\n`))
    return code
  } catch (error) {
    if (isRecordingFault(error)) {
      world.complain(error.message)
      return 1
    }
    if (!(error instanceof UsageFault)) throw error
    world.complain(`${error.message}\n\n${USAGE}`)
    return 2
  }
}
