// Writes docs/policies/races.md and docs/policies/races.zh-CN.md from the data of the specs: `npm run docs:races`.
import { writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: ['spec/races/race-docs.ts'],
  bundle: true,
  format: 'esm',
  write: false,
})
const { raceDocs } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)
await writeFile('docs/policies/races.md', raceDocs('en'))
await writeFile('docs/policies/races.zh-CN.md', raceDocs('zh'))
