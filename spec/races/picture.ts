/**
 * Reads the picture of a scene: named lines, what goes in above what comes of it. In one frame the upper line goes
 * first; what stands below a policy lets its timer fire first.
 */

/** `page` is the page's own code, beside what the customer does: the first or the last line. */
const INPUTS = ['user', 'page', 'seat', 'line', 'phone', 'policies'] as const
/** Phases, messages, bind events, and what the media tags of the phone are asked to do. */
const OUTPUTS = ['sees', 'sends', 'tells', 'asks'] as const
/** What is known afterwards. `hangUp` is what each hang-up message says, `startCall` how each promise settled, `with` whom one talks. */
const FACTS = ['hangUp', 'startCall', 'end', 'with', 'microphone', 'soundMode'] as const

export type Input = (typeof INPUTS)[number]
export type Output = (typeof OUTPUTS)[number]
export type Fact = (typeof FACTS)[number]

export interface Line<Name> {
  readonly name: Name
  readonly text: string
}

export interface Picture {
  /** Who wins, and what that means. */
  readonly wins: string
  /** In their order, which decides within a frame. */
  readonly inputs: readonly Line<Input>[]
  readonly outputs: readonly Line<Output>[]
  readonly facts: readonly Line<Fact>[]
}

const among =
  <Name extends string>(names: readonly Name[]) =>
  (line: Line<string>): line is Line<Name> =>
    names.some((name) => name === line.name)

const linesOf = (drawing: string): readonly Line<string>[] =>
  drawing
    .split('\n')
    .map((line) => /^(\S+)\s+(.+)$/.exec(line.trim()))
    .filter((match) => match !== null)
    .map(([, name = '', text = '']) => ({ name, text }))

export const readPicture = (drawing: string): Picture => {
  const lines = linesOf(drawing)
  const picture = {
    wins: lines.find(({ name }) => name === 'wins')?.text ?? '',
    inputs: lines.filter(among(INPUTS)),
    outputs: lines.filter(among(OUTPUTS)),
    facts: lines.filter(among(FACTS)),
  }
  const known = 1 + picture.inputs.length + picture.outputs.length + picture.facts.length
  if (known !== lines.length) throw new Error(`a line has no name that is known, or nobody wins:\n${drawing}`)
  return picture
}
