/**
 * `$` ends the name of every Observable and of nothing else. (The finnish rule of eslint-plugin-rxjs-x also wants it
 * on functions that return an Observable.)
 */

/** By shape, so that Subject and whatever else extends Observable counts; an operator has a `pipe` only. */
const isObservable = (type) =>
  type.isUnion() ? type.types.some(isObservable) : Boolean(type.getProperty('pipe') && type.getProperty('subscribe'))

const nameOf = (pattern) => (pattern.type === 'AssignmentPattern' ? pattern.left : pattern)

export const dollar = {
  meta: {
    type: 'suggestion',
    messages: {
      missing: '`{{name}}` is an Observable: end its name with `$`.',
      excess: '`{{name}}` is no Observable: its name does not end with `$`.',
    },
    schema: [],
  },
  create(context) {
    const services = context.sourceCode.parserServices
    const check = (node) => {
      if (node.type !== 'Identifier') return
      const { name } = node
      const observable = isObservable(services.getTypeAtLocation(node))
      if (observable !== name.endsWith('$')) {
        context.report({ node, messageId: observable ? 'missing' : 'excess', data: { name } })
      }
    }
    const checkAll = (patterns) => patterns.map(nameOf).forEach(check)
    return {
      VariableDeclarator: ({ id }) => check(id),
      ':function': ({ params }) => checkAll(params),
      ':matches(TSFunctionType, TSMethodSignature)': ({ params }) => checkAll(params),
      ArrayPattern: ({ elements }) => checkAll(elements.filter(Boolean)),
      'ObjectPattern > Property': ({ value }) => check(nameOf(value)),
      ':matches(PropertyDefinition, TSPropertySignature)[computed=false]': ({ key }) => check(key),
      "MethodDefinition[kind='get'][computed=false]": ({ key }) => check(key),
      TSParameterProperty: ({ parameter }) => check(nameOf(parameter)),
    }
  },
}
