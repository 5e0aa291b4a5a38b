import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'

/** JSON as it is: no comments, no comma too many. */
const strict = { disallowComments: true, allowTrailingComma: false }

/** The first place where a text is no JSON; undefined: it is. */
export function syntaxFault(text: string): { readonly position: string; readonly what: string } | undefined {
  const errors: ParseError[] = []
  parseTree(text, errors, strict)
  const [first] = errors
  return first && { position: lineAndColumn(text, first.offset), what: words(printParseErrorCode(first.error)) }
}

/** `line:column` of what these names and indices lead to, as far as they lead. */
export function locate(text: string, path: readonly string[]): string {
  let node = parseTree(text, [], strict)
  let found = node
  for (const name of path) {
    node = node && child(node, name)
    found = node ? (node.parent?.type === 'property' ? node.parent : node) : found
  }
  return lineAndColumn(text, found?.offset ?? 0)
}

function child(node: Node, name: string): Node | undefined {
  if (node.type === 'array') return node.children?.[Number(name)]
  return node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1]
}

function lineAndColumn(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n')
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
}

/** `CloseBraceExpected` as words. */
const words = (code: string): string => code.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
