import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { programWith } from '../../check/spec/program'
import { checkProgram, UNCHECKED } from '../build/checked'

const folder = mkdtempSync(join(tmpdir(), 'tccc-phone-spec-'))

/** The sound mini program with changes, as a folder. */
const written = (changes: Readonly<Record<string, string>> = {}): string => {
  rmSync(folder, { recursive: true })
  for (const [file, text] of programWith(changes)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it('says nothing of a mini program without a fault', () => {
  expect(checkProgram(written())).toEqual(UNCHECKED)
})

it('hands on what the check names', () => {
  const { faults } = checkProgram(written({ 'pages/call/call.wxml': '<view bindtap="press" />' }))
  expect(faults).toMatchObject([
    { en: expect.stringMatching(/^pages\/call\/call.wxml:1 bindtap names press/) as string },
  ])
})

it('names the tags of WeChat that the phone does not play, once each', () => {
  const wxml = '<block><map /><map /><slot /><image /></block>'
  expect(checkProgram(written({ 'pages/call/call.wxml': wxml })).unknownTags).toEqual(['map'])
})

it.each([
  ['pages/call/call.wxml', '<view>\n<text>', /call.wxml:2 <text> is never closed/],
  ['pages/call/call.js', 'Page({\n\n', /call.js:3 The script cannot be read/],
  ['app.json', '{ "pages": ["pages/call/call"],\n}', /app.json:1 This is no JSON/],
])('a broken %s stops the start, with its line', (file, text, words) => {
  expect(() => checkProgram(written({ [file]: text }))).toThrow(words)
})

it('one of a page that app.json does not list is told, and left out', () => {
  const { faults, unlisted } = checkProgram(written({ 'pages/old/old.wxml': '<view>', 'pages/old/old.js': 'Page({' }))
  expect(faults.map(({ en }) => en.split(' ')[0])).toEqual(['pages/old/old.js:1', 'pages/old/old.wxml:1'])
  expect(unlisted).toEqual(new Set(['pages/old/old']))
})
