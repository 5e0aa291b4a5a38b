/** The public surface as one page: what each entry exports, and every declaration behind it, in the order of names. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'
import ts from 'typescript'
import { root } from '../pack.mjs'

const HEAD = `# The public surface

Written by \`npm run check:package -- --write\` from the declarations that are packed. A change of this page is a change
for users: it goes into the changelog.
`

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

const entries = Object.entries(manifest.exports)
  .filter(([, conditions]) => typeof conditions === 'object')
  .map(([path, conditions]) => ({ name: join(manifest.name, path), file: join(root, conditions.import.types) }))

const bundle = async (input) => {
  const made = await rollup({ input, external: /^rxjs(\/|$)/, plugins: [dts()] })
  const [{ code }] = (await made.generate({ format: 'es' })).output
  return ts.createSourceFile(input, code, ts.ScriptTarget.Latest)
}

const nameOf = (statement) => statement.name?.text ?? statement.declarationList?.declarations[0]?.name.text

const isExport = (statement) => ts.isExportDeclaration(statement)

const exportedBy = (file) =>
  file.statements.filter(isExport).flatMap(({ exportClause }) => exportClause.elements.map(({ name }) => name.text))

const listed = (name) => `- \`${name}\``

/** A long union stands line by line, so that a change of it is one line. */
const broken = (line) => line.replaceAll(' | ', '\n  | ')

const byName = ({ name: left }, { name: right }) => (left?.text ?? '').localeCompare(right?.text ?? '', 'en')

/** TypeScript writes the members of a type that it has inferred now in one order, now in another. */
const inOrder = (context) => {
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context)
    if (!ts.isTypeLiteralNode(visited)) return visited
    return ts.factory.updateTypeLiteralNode(visited, ts.factory.createNodeArray([...visited.members].sort(byName)))
  }
  return (statement) => (ts.isVariableStatement(statement) ? visit(statement) : statement)
}

export const surface = async () => {
  const printer = ts.createPrinter({ removeComments: true })
  const declarations = new Set()
  const lists = []
  for (const { name, file } of entries) {
    const source = await bundle(file)
    lists.push(`## ${name}\n\n${exportedBy(source).sort().map(listed).join('\n')}\n`)
    const named = source.statements.filter((statement) => nameOf(statement) !== undefined)
    for (const statement of ts.transform(named, [inOrder]).transformed) {
      const text = printer.printNode(ts.EmitHint.Unspecified, statement, source)
      declarations.add(text.replace(/^(export )?(declare )?/, '').replace(/^.{121,}$/gm, broken))
    }
  }
  const sorted = [...declarations].sort((left, right) => (order(left) < order(right) ? -1 : 1))
  return `${HEAD}\n${lists.join('\n')}\n## Declarations\n\n\`\`\`ts\n${sorted.join('\n\n')}\n\`\`\`\n`
}

/** By name, not by `const`, `interface` and the like. */
const order = (declaration) => declaration.replace(/^\w+ /, '')
