import { run, USAGE } from '../command/command'
import { ringLimit } from '../../lib/entries/policies'
import { programWith } from '../check/spec/program'
import type { Files } from '../check/mini-program'
import { recordingOf } from './calls'

const recording = recordingOf({ user: 'd---m', seat: '--r', phone: '- 3s h', policies: [ringLimit({ ms: 45_000 })] })

const busy = recordingOf({ user: 'd 50ms m 50ms u 50ms m 50ms u 50ms m 50ms u 50ms m 50ms u 50ms h' })

/** Clears a screen and sets its title, in both ways that there are, and turns the text around. */
const HOSTILE = '\\u001b[2J\\u001b]0;title\\u0007\\u009b31m\\u202e'

const files: Readonly<Record<string, string>> = {
  'call.json': JSON.stringify(recording),
  'busy.json': JSON.stringify(busy),
  'torn.json': JSON.stringify(recording).slice(0, 200),
  'newer.json': JSON.stringify({ ...recording, version: 9 }),
  'hostile.json': JSON.stringify(recording).replaceAll('"ringLimit', `"${HOSTILE}`),
}

const folders: Readonly<Record<string, Files>> = {
  sound: programWith(),
  faulty: programWith({ 'pages/call/call.wxml': '<view bindtap="press" />' }),
  hinted: programWith({ 'app.json': '{ "pages": ["pages/call/call"], "__usePrivacyCheck__": false }' }),
  none: new Map([['index.js', '']]),
}

const notThere = (): never => {
  throw new Error('no such file')
}

const command = (...args: readonly string[]) => {
  const printed: string[] = []
  const complaints: string[] = []
  const written: Record<string, string> = {}
  const code = run(args, {
    readFile: (path) => {
      return files[path] ?? notThere()
    },
    readFolder: (path) => folders[path] ?? notThere(),
    writeFile: (path, text) => {
      if (path in files) throw new Error('it exists')
      written[path] = text
    },
    print: (text) => printed.push(text),
    complain: (text) => complaints.push(text),
    width: 60,
    readFolderToFill: notThere,
    starter: notThere,
    range: '^0.1.0',
    createFile: notThere,
    replaceFile: notThere,
    ask: null,
  })
  return { code, printed: printed.join('\n'), complaint: complaints.join('\n'), written }
}

describe('the command', () => {
  it('replay draws the call', () => {
    const { code, printed } = command('replay', 'call.json')
    expect(code).toBe(0)
    expect(printed).toMatchSnapshot()
  })

  it('draws within the width of the terminal', () => {
    const panels = command('replay', 'busy.json').printed.split('\n\n').slice(0, -1)
    const drawing = panels.join('\n').split('\n')
    expect(drawing.filter((line) => line.startsWith('customer')).length).toBe(2)
    expect(Math.max(...drawing.map((line) => line.length))).toBeLessThanOrEqual(60)
  })

  it.each([
    ['zh', '策略 ringLimit 挂断了电话'],
    ['en', 'The policy ringLimit hung up'],
  ])('explain --lang %s says why it ended', (lang, sentence) => {
    const { code, printed } = command('explain', 'call.json', '--lang', lang)
    expect(code).toBe(0)
    expect(printed).toContain(sentence)
  })

  it.each([
    ['replay', 'hostile.json'],
    ['explain', 'hostile.json'],
    ['spec', 'hostile.json'],
    ['explain', '\u001b[2J.json'],
  ])('%s lets nothing of a recording, or of its name, act on the terminal: %j', (...args) => {
    const { printed, complaint } = command(...args)
    expect(printed + complaint).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u)
    expect(printed + complaint).not.toBe('')
  })

  it('what would act is written out', () => {
    expect(command('explain', 'hostile.json', '--lang', 'en').printed).toContain('\\u{1b}[2J')
  })

  it('spec writes a spec', () => {
    const { code, written, printed } = command('spec', 'call.json', '--out', 'call.spec.ts')
    expect([code, printed]).toEqual([0, ''])
    expect(written['call.spec.ts']).toContain("import { callMarbles } from 'tccc-wx-sdk/testing'")
  })

  it('does not write over a file', () => {
    expect(command('spec', 'call.json', '--out', 'call.json')).toMatchObject({
      code: 2,
      complaint: expect.stringMatching(/^call.json cannot be written: it exists/) as string,
    })
  })

  it('check names what it has found, in words and in sum', () => {
    const { code, printed } = command('check', 'faulty')
    expect(code).toBe(1)
    expect(printed).toMatchSnapshot()
  })

  it('check --json is for programs', () => {
    const { code, printed } = command('check', 'faulty', '--json', '--lang', 'en')
    expect([code, JSON.parse(printed)]).toMatchObject([
      1,
      { findings: [{ code: 'HANDLER_MISSING', severity: 'error', file: 'pages/call/call.wxml', line: 1 }] },
    ])
  })

  it.each([
    ['sound', 'Nothing found.'],
    ['hinted', 'app.json:1  PRIVACY_SWITCH (warning)'],
  ])('check %s has no error', (folder, words) => {
    const { code, printed } = command('check', folder, '--lang', 'en')
    expect([code, printed.split('\n')[0]]).toEqual([0, words])
  })

  it('--help shows the usage', () => {
    expect(command('--help')).toMatchObject({ code: 0, printed: USAGE })
  })

  it.each([
    [1, ['replay', 'torn.json'], /^This is no complete JSON/],
    [1, ['explain', 'newer.json'], /version 9.*Use a newer tccc-wx-sdk/],
    [2, [], /^No command.\n\ntccc-wx-sdk: /],
    [2, ['rewind', 'call.json'], /^'rewind' is no command./],
    [2, ['replay'], /^replay takes one recording/],
    [2, ['replay', 'call.json', 'more.json'], /^replay takes one recording/],
    [2, ['check'], /^check takes one folder: that of a mini program/],
    [2, ['check', 'nowhere'], /^nowhere cannot be read: no such file/],
    [2, ['check', 'none'], /^none is no mini program/],
    [2, ['init'], /^init takes one folder: that of a mini program, or an empty one/],
    [2, ['init', 'sound', '--page', '../call'], /^--page ..\/call: a path in the mini program/],
    [2, ['init', 'sound', '--out', 'x'], /^--out is not for init/],
    [2, ['check', 'sound', '--yes'], /^--page and --yes are for init/],
    [2, ['init', 'nowhere'], /^nowhere: no such file/],
    [2, ['replay', 'call.json', '--json'], /^--json is for check/],
    [2, ['replay', 'nowhere.json'], /^nowhere.json cannot be read: no such file/],
    [2, ['replay', 'call.json', '--fast'], /--fast/],
    [2, ['explain', 'call.json', '--lang', 'fr'], /--lang fr: choose zh or en/],
  ])('exit code %i: %j', (code, args, complaint) => {
    const answer = command(...args)
    expect([answer.code, answer.printed]).toEqual([code, ''])
    expect(answer.complaint).toMatch(complaint)
  })
})
