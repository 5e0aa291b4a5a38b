import { isRecordingFault, readRecording } from '../black-box'
import { recordingOf } from './calls'

const good = recordingOf({ seat: '--qra 500ms e' })

const faultOf = (json: unknown): string => {
  try {
    readRecording(json)
  } catch (error) {
    return isRecordingFault(error) ? `${error.code} ${error.message}` : `not a fault: ${String(error)}`
  }
  return 'none'
}

const changed = (path: readonly string[], value: unknown): unknown => {
  const copy = JSON.parse(JSON.stringify(good)) as Record<string, unknown>
  const holder = path.slice(0, -1).reduce((part, name) => part[name] as Record<string, unknown>, copy)
  holder[path[path.length - 1] ?? ''] = value
  return copy
}

describe('reading a recording', () => {
  it('takes text, with a byte order mark, and parsed JSON', () => {
    expect(readRecording(`\uFEFF${JSON.stringify(good)}`)).toEqual(good)
    expect(readRecording(good)).toBe(good)
  })

  it('tolerates an event of a type that it does not know, as the call does', () => {
    expect(faultOf(changed(['events', '2', 'event'], { type: 'x-ray/taken' }))).toBe('none')
  })

  it.each([
    [
      'half a file',
      JSON.stringify(good).slice(0, 400),
      /^DAMAGED This is no complete JSON .* Export the recording again/,
    ],
    ['nothing', '', /^DAMAGED This is no complete JSON/],
    ['other JSON', { name: 'a package' }, /^FOREIGN This is no recording of a call/],
    ['a list', [1], /^FOREIGN/],
    ['null', 'null', /^FOREIGN/],
    ['a later version', changed(['version'], 2), /^NEWER .* version 2, .* Use a newer tccc-wx-sdk/],
    ['no version', changed(['version'], undefined), /^DAMAGED recording.version should be a number/],
    ['no time', changed(['startedAt'], null), /^DAMAGED recording.startedAt should be a time in milliseconds/],
    [
      'an event without type',
      changed(['events', '0', 'event'], {}),
      /recording.events\[0\].event.type should be a text/,
    ],
    [
      'a bent event',
      changed(['events', '3', 'event', 'position'], 'first'),
      /recording.events\[3\].event \(call\/queued\).position should be a number/,
    ],
    [
      'a phase that is none',
      changed(['initial', 'phase'], 'asleep'),
      /recording.initial.phase should be one of idle, /,
    ],
    [
      'a phase without its facts',
      changed(['initial', 'phase'], 'talking'),
      /recording.initial.callId should be a text/,
    ],
  ])('%s: names the fault and the remedy', (_, json, fault) => {
    expect(faultOf(json)).toMatch(fault)
  })
})
