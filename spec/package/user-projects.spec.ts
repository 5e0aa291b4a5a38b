import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ringLimit } from '../../lib/entries/policies'
import { recordingOf } from '../../devtools/spec/calls'
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

describe('a support ticket', () => {
  const policies = [ringLimit({ ms: 45_000 })]
  const recording = recordingOf({ user: 'd---m', seat: '--r', phone: '- 3s h', line: '--l-u', policies })
  const vitest = [tool('vitest/vitest.mjs'), 'run', '--globals']

  /** The package as if somebody had changed what a call does. */
  const alter = (folder: string, from: string, to: string) => {
    const built = join(folder, 'node_modules/tccc-wx-sdk/dist')
    for (const name of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.mjs')) continue
      const text = readFileSync(join(built, name), 'utf8')
      if (text.includes(from)) writeFileSync(join(built, name), text.replaceAll(from, to))
    }
  }

  it('becomes a spec that passes, and fails as soon as a call ends or tells otherwise', () => {
    const folder = install(tarball, 'ticket', 'spec/package/fixtures/vitest')
    rmSync(join(folder, 'ring-limit.test.ts'))
    writeFileSync(join(folder, 'call.json'), JSON.stringify(recording))
    const command = join(folder, 'node_modules/tccc-wx-sdk/dist/bin/tccc-wx-sdk.cjs')
    expect(run(folder, [command, 'spec', 'call.json', '--out', 'ticket.test.ts'])).toMatchObject({ passed: true })
    expect(run(folder, [command, 'explain', 'call.json']).output).toContain('策略 ringLimit 挂断了电话')

    expect(run(folder, vitest)).toMatchObject({ passed: true })
    alter(folder, "return 'ringingGiveUp'", "return 'waitingGiveUp'")
    expect(run(folder, vitest).output).toMatch(/expected to end .*ringingGiveUp.*\n.*but it was .*waitingGiveUp/)
    alter(folder, "type: 'call/hangUp'", "type: 'call/digits'")
    expect(run(folder, vitest).output).toMatch(/expected to send .*h\n.*but it was .*d/)
  })
})

it('its command makes a mini program of an empty folder, in which it finds no fault', () => {
  const folder = install(tarball, 'initialised', 'spec/package/fixtures/vitest')
  const command = join(folder, 'node_modules/tccc-wx-sdk/dist/bin/tccc-wx-sdk.cjs')
  expect(run(folder, [command, 'init', 'mini', '--lang', 'en'])).toMatchObject({
    passed: false,
    output: expect.stringContaining('Nothing was written') as string,
  })
  expect(run(folder, [command, 'init', 'mini', '--yes'])).toMatchObject({ passed: true })
  expect(run(folder, [command, 'check', 'mini', '--lang', 'en'])).toMatchObject({
    passed: true,
    output: expect.stringMatching(/^Nothing found/) as string,
  })
})
