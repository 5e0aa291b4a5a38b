/** `tccc-wx-sdk replay | spec | explain`: what to do with the recording of a call. */
import { parseArgs } from 'node:util'
import { explain, isRecordingFault, type Language, readRecording, toLines, toMarbles } from 'tccc-wx-sdk/black-box'

export const USAGE = `tccc-wx-sdk: what happened in a call, from the JSON of call.recording()

  tccc-wx-sdk replay <call.json>     draws the call as marble lines
  tccc-wx-sdk explain <call.json>    says why it ended, for support staff
  tccc-wx-sdk spec <call.json>       prints a marble spec that plays the call

  --lang zh|en     the language of explain (default zh)
  --out <file>     writes to a file that does not exist yet, instead of printing
  --help           shows this

Exit codes: 0 done, 1 the recording cannot be used, 2 the command cannot be used.`

/** What the command touches outside of itself. */
export interface World {
  readonly readFile: (path: string) => string
  /** Throws when the file exists. */
  readonly writeFile: (path: string, text: string) => void
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  /** The signs that fit into a line of the terminal. */
  readonly width: number
}

/** Something that the person at the keyboard can mend. */
class UsageFault extends Error {}

const COMMANDS = ['replay', 'explain', 'spec'] as const
type Command = (typeof COMMANDS)[number]

interface Options {
  readonly command: Command
  readonly file: string
  readonly language: Language
  readonly out: string | undefined
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'zh' },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageFault(wordsOf(error))
  }
}

/** `null`: help was asked for. */
const readOptions = (args: readonly string[]): Options | null => {
  const { values, positionals } = parse(args)
  if (values.help) return null
  const [name = '', file, ...rest] = positionals
  const command = COMMANDS.find((known) => known === name)
  if (command === undefined) throw new UsageFault(name === '' ? 'No command.' : `'${name}' is no command.`)
  if (file === undefined || rest.length > 0) throw new UsageFault(`${command} takes one recording: a JSON file.`)
  if (values.lang !== 'zh' && values.lang !== 'en') throw new UsageFault(`--lang ${values.lang}: choose zh or en.`)
  return { command, file, language: values.lang, out: values.out }
}

const attempt = <Value>(what: string, action: () => Value): Value => {
  try {
    return action()
  } catch (error) {
    throw new UsageFault(`${what}: ${wordsOf(error)}`)
  }
}

const result = ({ command, language }: Options, json: string, width: number): string => {
  const recording = readRecording(json)
  switch (command) {
    case 'replay':
      return toLines(recording, { width })
    case 'explain':
      return explain(recording, language).join('\n')
    case 'spec':
      return toMarbles(recording)
  }
}

/** Answers with the exit code. */
export const run = (args: readonly string[], world: World): number => {
  try {
    const options = readOptions(args)
    if (options === null) {
      world.print(USAGE)
      return 0
    }
    const { file, out } = options
    const json = attempt(`${file} cannot be read`, () => world.readFile(file))
    const text = result(options, json, world.width)
    if (out === undefined) world.print(text)
    else attempt(`${out} cannot be written`, () => world.writeFile(out, `${text.trimEnd()}\n`))
    return 0
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
