/** Reads a script of a mini program: what it gives to `Page` or `Component`, and what it says to the SDK and to `wx`. */
import { type AnyNode, type CallExpression, type Expression, type ObjectExpression, parse, type Property } from 'acorn'

export type FunctionNode = Extract<AnyNode, { readonly params: unknown }>

export interface Registered {
  readonly by: 'Page' | 'Component'
  /** By name, what a template can name: a page's fields, a component's methods. */
  readonly handlers: ReadonlyMap<string, AnyNode>
  /** A component's functions that stand beside `methods`, where no template finds them. */
  readonly misplaced: ReadonlySet<string>
  /** Something was put in that cannot be read here, as a behaviour or a call: other names may be there too. */
  readonly open: boolean
}

export interface Script {
  readonly tree: AnyNode
  /** `null`: nothing is registered in a way that can be read. */
  readonly registered: Registered | null
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** A node and all below it. */
export function* nodesOf(node: AnyNode): Generator<AnyNode> {
  yield node
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) yield* nodesOf(child)
  }
}

export const lineOf = (node: AnyNode): number => node.loc?.start.line ?? 1

/** `wx.login(…)` is `wx.login`; a plain call is its name. */
export const calledName = ({ callee }: CallExpression): string => {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return ''
  return callee.object.type === 'Identifier' ? `${callee.object.name}.${callee.property.name}` : callee.property.name
}

export function* callsIn(tree: AnyNode): Generator<CallExpression> {
  for (const node of nodesOf(tree)) if (node.type === 'CallExpression') yield node
}

export const keyOf = ({ key, computed }: Pick<Property, 'key' | 'computed'>): string | null => {
  if (computed) return null
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : null
}

export const isFunction = (node: AnyNode | undefined): node is FunctionNode => node !== undefined && 'params' in node

/** What a name of the script stands for: a function, or the value that it was declared with. */
export const declared = (tree: AnyNode, name: string): AnyNode | undefined => {
  for (const node of nodesOf(tree)) {
    if (node.type === 'FunctionDeclaration' && node.id?.name === name) return node
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.id.name === name) {
      return node.init ?? undefined
    }
  }
  return undefined
}

const objectOf = (tree: AnyNode, node: AnyNode | undefined): ObjectExpression | null => {
  const value = node?.type === 'Identifier' ? declared(tree, node.name) : node
  return value?.type === 'ObjectExpression' ? value : null
}

interface Fields {
  readonly named: ReadonlyMap<string, Expression>
  readonly open: boolean
}

const fieldsOf = (tree: AnyNode, node: AnyNode | undefined): Fields => {
  const object = objectOf(tree, node)
  if (object === null) return { named: new Map(), open: true }
  const named = new Map<string, Expression>()
  let open = false
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') {
      const spread = fieldsOf(tree, property.argument)
      for (const [name, value] of spread.named) named.set(name, value)
      open ||= spread.open
    } else {
      const name = keyOf(property)
      if (name === null) open = true
      else named.set(name, property.value)
    }
  }
  return { named, open }
}

/** `this.handle = …` gives a page one more. */
const assigned = (tree: AnyNode): readonly (readonly [string, AnyNode])[] =>
  [...nodesOf(tree)].flatMap((node) =>
    node.type === 'AssignmentExpression' &&
    node.left.type === 'MemberExpression' &&
    node.left.object.type === 'ThisExpression' &&
    node.left.property.type === 'Identifier'
      ? [[node.left.property.name, node.right] as const]
      : [],
  )

const bringsHandlers = (node: Expression | undefined): boolean =>
  node !== undefined && !(node.type === 'ArrayExpression' && node.elements.every((each) => each?.type === 'Literal'))

const registeredIn = (tree: AnyNode): Registered | null => {
  const call = [...callsIn(tree)].find((each) => ['Page', 'Component'].includes(calledName(each)))
  if (call === undefined) return null
  const by = calledName(call) === 'Page' ? 'Page' : 'Component'
  const own = fieldsOf(tree, call.arguments[0])
  const methods = own.named.get('methods')
  const inside: Fields = methods === undefined ? { named: new Map(), open: false } : fieldsOf(tree, methods)
  const { named, open } = by === 'Page' ? own : { named: inside.named, open: own.open || inside.open }
  const beside = by === 'Page' ? [] : [...own.named].filter(([, value]) => isFunction(value))
  return {
    by,
    handlers: new Map<string, AnyNode>([...assigned(tree), ...named]),
    misplaced: new Set(beside.map(([name]) => name)),
    open: open || bringsHandlers(own.named.get('behaviors')),
  }
}

export interface Unreadable {
  readonly line: number
  readonly message: string
}

/** Answers with the place of the fault when it is no script. */
export const readScript = (text: string): Script | Unreadable => {
  const options = { ecmaVersion: 'latest', locations: true, allowReturnOutsideFunction: true } as const
  try {
    const tree = parse(text, { ...options, sourceType: 'module' })
    return { tree, registered: registeredIn(tree) }
  } catch (error) {
    const { loc, message } = error as SyntaxError & { readonly loc: { readonly line: number } }
    return { line: loc.line, message: message.replace(/ \(\d+:\d+\)$/, '') }
  }
}
