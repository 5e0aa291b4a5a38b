/**
 * What stands at the top of a file never changes: all that changes is held by an object which somebody makes. So neither
 * `let`, nor a value that can only be there to be changed (a Subject, a collection that is not readonly), nor a write to
 * what an object at the top holds. `create…` at the top makes an object with a state: one file `makes` it, the app's.
 */

const WRITERS = [
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'sort',
  'reverse',
  'fill',
  'set',
  'add',
  'delete',
  'clear',
]
const IMMUTABLE = ['RegExp', 'Observable', 'Error']

/** The name at the bottom of `a.b[c].d`. */
const rootOf = (node) => (node.type === 'MemberExpression' ? rootOf(node.object) : node)

const isAtTop = (declaration) =>
  declaration.parent.type === 'Program' ||
  (declaration.parent.type === 'ExportNamedDeclaration' && declaration.parent.parent.type === 'Program')

/** A collection with a member that writes, or something that is told values. */
const isWritable = (type) => ['next', 'delete', 'clear'].some((name) => type.getProperty(name) !== undefined)

const bare = (node) => (node !== null && /^TS(As|Satisfies|NonNull)/.test(node.type) ? bare(node.expression) : node)

export const unchanging = {
  meta: {
    type: 'problem',
    messages: {
      let: '`{{name}}` at the top of a file may change: hold it in an object that is made, as lib/app/app.ts holds what the app shares.',
      writable:
        '`{{name}}` at the top of a file is there to be changed: make it readonly, or hold it in an object that is made.',
      made: '`{{name}}` at the top of a file is an object with a state: only lib/app/app.ts makes one there.',
      written: '`{{name}}` stands at the top of a file, and is changed here.',
    },
    schema: [{ type: 'object', properties: { makes: { type: 'boolean' } }, additionalProperties: false }],
    defaultOptions: [{ makes: false }],
  },
  create(context) {
    const { sourceCode } = context
    const [{ makes }] = context.options
    const services = sourceCode.parserServices
    const isTop = (identifier) => {
      if (identifier.type !== 'Identifier') return false
      const find = (scope) => scope && (scope.set.get(identifier.name) ?? find(scope.upper))
      const [definition] = find(sourceCode.getScope(identifier))?.defs ?? []
      return definition?.type === 'Variable' && isAtTop(definition.parent)
    }
    const report = (node, messageId, name) => context.report({ node, messageId, data: { name } })
    const checkWrite = (node, target) => {
      const root = rootOf(target)
      if (target !== root && isTop(root)) report(node, 'written', root.name)
    }
    const checkDeclarator = ({ id, init }) => {
      const value = bare(init)
      if (value === null || id.type !== 'Identifier') return
      if (isWritable(services.getTypeAtLocation(id))) report(id, 'writable', id.name)
      else if (makes) return
      else if (
        value.type === 'NewExpression' &&
        !IMMUTABLE.includes(value.callee.name) &&
        !/^Readonly/.test(typeOf(id))
      )
        report(id, 'made', id.name)
      else if (value.type === 'CallExpression' && /^create[A-Z]/.test(value.callee.name ?? ''))
        report(id, 'made', id.name)
    }
    const typeOf = (id) => id.typeAnnotation?.typeAnnotation.typeName?.name ?? ''
    return {
      VariableDeclaration(node) {
        if (!isAtTop(node) || node.declare === true) return
        if (node.kind === 'const') node.declarations.forEach(checkDeclarator)
        else node.declarations.forEach(({ id }) => report(id, 'let', sourceCode.getText(id)))
      },
      AssignmentExpression: (node) => checkWrite(node, node.left),
      UpdateExpression: (node) => checkWrite(node, node.argument),
      "UnaryExpression[operator='delete']": (node) => checkWrite(node, node.argument),
      'CallExpression[callee.type="MemberExpression"]'(node) {
        const { callee } = node
        const isAssign = callee.object.name === 'Object' && callee.property.name === 'assign'
        if (isAssign && node.arguments.length > 0 && isTop(rootOf(node.arguments[0])))
          report(node, 'written', rootOf(node.arguments[0]).name)
        else if (WRITERS.includes(callee.property.name)) checkWrite(node, callee)
      },
    }
  },
}
