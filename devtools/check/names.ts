/** Names that a script uses and nothing declares, as a slip of the pen leaves them: an error as soon as the line runs. */
import type { AnyNode, Identifier } from 'acorn'
import { isFunction, nodesOf } from './script'

/** What a mini program has besides the language itself. */
const GIVEN = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...['wx', 'App', 'Page', 'Component', 'Behavior', 'Plugin', 'getApp', 'getCurrentPages', 'requirePlugin'],
  ...['requireMiniProgram', 'require', 'module', 'exports', 'define', 'arguments', 'global', 'worker', 'WXWebAssembly'],
  ...['regeneratorRuntime', 'requestAnimationFrame', 'cancelAnimationFrame', '__wxConfig', '__dirname', '__filename'],
])

/** The names that a node declares; one that is declared in any function counts in all. */
const declaring = (node: AnyNode): readonly (AnyNode | null | undefined)[] => {
  if (node.type === 'VariableDeclarator') return [node.id]
  if (node.type === 'CatchClause') return [node.param]
  if (isFunction(node)) return ['id' in node ? node.id : null, ...node.params]
  if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return [node.id]
  return 'local' in node && node.type !== 'ExportSpecifier' ? [node.local] : []
}

const namesIn = (node: AnyNode): readonly string[] =>
  [...nodesOf(node)].flatMap((each) => (each.type === 'Identifier' ? [each.name] : []))

/** Identifiers that are no names of values: keys, fields, labels. */
const notValues = (node: AnyNode): readonly (AnyNode | null | undefined)[] => {
  if ('label' in node) return [node.label]
  if ('computed' in node && node.computed) return []
  if (node.type === 'MemberExpression') return [node.property]
  if (node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') return [node.key]
  if (node.type === 'Property') return node.shorthand ? [] : [node.key]
  if (node.type === 'ExportSpecifier') return [node.exported]
  if (node.type === 'MetaProperty') return [node.meta, node.property]
  return node.type === 'ImportSpecifier' ? [node.imported] : []
}

const isAsked = (node: AnyNode): boolean => node.type === 'UnaryExpression' && node.operator === 'typeof'

/** The first place of each. */
export const undeclaredIn = (tree: AnyNode): readonly Identifier[] => {
  const nodes = [...nodesOf(tree)]
  const there = (node: AnyNode | null | undefined): node is AnyNode => node !== null && node !== undefined
  const declared = new Set(nodes.flatMap(declaring).filter(there).flatMap(namesIn))
  const asked = new Set(nodes.filter(isAsked).flatMap(namesIn))
  const others = new Set(nodes.flatMap(notValues))
  const used = nodes.filter((node): node is Identifier => node.type === 'Identifier' && !others.has(node))
  const missing = used.filter(({ name }) => !declared.has(name) && !GIVEN.has(name) && !asked.has(name))
  return missing.filter(({ name }, index) => missing.findIndex((each) => each.name === name) === index)
}
