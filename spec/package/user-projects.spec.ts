import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { change, install, pack, run, tool } from './user-project'

jest.setTimeout(60_000)

let tarball = ''
beforeAll(() => {
  tarball = pack()
})

describe('the test kit runs in', () => {
  it.each([
    ['jest-rxjs-marbles', [tool('jest/bin/jest.js')], /Tests: +2 passed/],
    ['vitest', [tool('vitest/vitest.mjs'), 'run'], /Tests +1 passed/],
    ['node-test', ['--test'], /# pass 2|ℹ pass 2/],
  ] as const)('%s, and fails there when the picture is wrong', (name, command, passes) => {
    const folder = install(tarball, name, `spec/package/fixtures/${name}`)
    const right = run(folder, command)
    expect(right.output).toMatch(passes)
    expect(right.passed).toBe(true)
    change(folder, '44999ms E', '44998ms E')
    const wrong = run(folder, command)
    expect(wrong.passed).toBe(false)
    expect(wrong.output).toMatch(/expected to see {3}DVR 44998ms E\n +but it was {2}DVR 44999ms E/)
  })
})

describe('the policies of examples/policies', () => {
  it('pass their specs against the tarball, its types included', () => {
    const folder = install(tarball, 'policies', 'examples/policies')
    const compilerOptions = { strict: true, module: 'CommonJS', moduleResolution: 'node10', target: 'ES2022' }
    const tsconfig = { ...compilerOptions, lib: ['ES2022', 'DOM'], types: ['jest'], skipLibCheck: true }
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, jest: { preset: 'ts-jest' } }))
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: tsconfig }))
    const { passed, output } = run(folder, [tool('jest/bin/jest.js'), '--runInBand'])
    expect(output).toMatch(/Test Suites: 3 passed/)
    expect(passed).toBe(true)
  })
})
