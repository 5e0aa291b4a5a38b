/** Puts the code of the pages into files, compiles it as a user's project would, and runs it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { type Block, blocks, fileOf, root } from './markdown'

// Specs run side by side, each worker in a workshop of its own.
const workshop = join(root, '.build/docs', process.env['JEST_WORKER_ID'] ?? '1')

const isCode = ({ language }: Block): boolean => language === 'ts' || language === 'js'

export const pathOf = (block: Block): string => join(workshop, block.page.replace(/\W+/g, '-'), fileOf(block))

/** A script runs as TypeScript too; only what was written as TypeScript is checked for types. */
const runnableOf = (block: Block): string => pathOf(block).replace(/\.js$/, '.run.ts')

const config = {
  extends: '../../../internal/tsconfig.base.json',
  compilerOptions: {
    lib: ['ES2023'],
    types: ['jest', 'node', 'miniprogram-api-typings'],
    noUnusedLocals: false,
    allowJs: true,
    incremental: false,
  },
}

export const writeAll = (): void => {
  rmSync(workshop, { recursive: true, force: true })
  for (const block of blocks.filter(isCode)) {
    mkdirSync(dirname(pathOf(block)), { recursive: true })
    writeFileSync(pathOf(block), `${block.code}\n`)
    writeFileSync(runnableOf(block), `${block.code}\n`)
  }
}

/** The compiler's complaints, by file. */
export const complaints = (): ReadonlyMap<string, readonly string[]> => {
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, workshop)
  const program = ts.createProgram(blocks.filter(isCode).map(pathOf), { ...options, noEmit: true })
  const found = new Map<string, string[]>()
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = file?.fileName ?? ''
    found.set(name, [...(found.get(name) ?? []), ts.flattenDiagnosticMessageText(messageText, ' ')])
  }
  return found
}

/** Runs a block as a module of its own, and answers with its exports. */
export const run = (block: Block): unknown => {
  let exported: unknown
  jest.isolateModules(() => {
    exported = jest.requireActual(runnableOf(block))
  })
  return exported
}
