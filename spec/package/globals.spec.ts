import { dirname, join } from 'node:path'
import ts from 'typescript'

const lib = join(__dirname, '../../lib')

/** The compiler's complaints about a file of the core that says `text`. */
const complaints = (text: string): string[] => {
  const planted = join(lib, 'planted.ts')
  const { config } = ts.readConfigFile(join(lib, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: unknown
  }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(planted))
  const host = ts.createCompilerHost(options)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (file, target) =>
    file === planted ? ts.createSourceFile(file, text, target) : read(file, target)
  const program = ts.createProgram([planted], options, host)
  return program
    .getSemanticDiagnostics(program.getSourceFile(planted))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

describe('the core compiles without', () => {
  const missing = ['WebSocket', 'window', 'document', 'fetch', 'setTimeout', 'console', 'process', 'require', 'wx']

  it.each(missing)('%s', (name) => {
    expect(complaints(`export const planted = ${name}\n`)).toEqual([
      expect.stringContaining(`Cannot find name '${name}'`),
    ])
  })

  it('anything else to complain about', () => {
    expect(complaints("import { of } from 'rxjs'\nexport const planted$ = of(1)\n")).toEqual([])
  })
})
