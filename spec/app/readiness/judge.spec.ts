import type { MediaKind } from '../../../lib/entries/call'
import { type CallFacts, gapsOf, isOlder, questionsOf, refusalOf } from '../../../lib/app/readiness/judge'

const fit: CallFacts = {
  versions: { SDKVersion: '2.10.0', version: '7.0.9', platform: 'ios' },
  hasPusher: true,
  logIn: null,
  networkType: 'wifi',
  needAuthorization: false,
  authSetting: { 'scope.record': true, 'scope.camera': true },
  microphoneAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
}

describe('a version is older', () => {
  it.each([
    ['2.9.10', '2.10.0', true],
    ['2.10.0', '2.10.0', false],
    ['2.10.0', '2.9.10', false],
    ['2.10', '2.10.0', false],
    ['2', '2.10.0', true],
    ['10.0', '2.10.0', false],
    ['', '2.10.0', true],
    ['unknown', '2.10.0', false],
    [undefined, '2.10.0', false],
    ['7.0.8', undefined, false],
  ])('%s than %s: %s', (version, least, older) => {
    expect(isOlder(version, least)).toBe(older)
  })
})

describe('what is missing for a call', () => {
  const cases: readonly (readonly [string, Partial<CallFacts>, MediaKind, readonly string[]])[] = [
    ['nothing', {}, 'audio', []],
    ['nothing of what is not known', { versions: {}, authSetting: undefined } as never, 'video', []],
    ['a newer base library', { versions: { SDKVersion: '2.9.4' } }, 'audio', ['WECHAT_TOO_OLD']],
    ['a newer WeChat on iOS', { versions: { version: '7.0.8', platform: 'ios' } }, 'audio', ['WECHAT_TOO_OLD']],
    ['nothing with the same on Android', { versions: { version: '7.0.8', platform: 'android' } }, 'audio', []],
    ['a newer WeChat on Android', { versions: { version: '7.0.7', platform: 'android' } }, 'audio', ['WECHAT_TOO_OLD']],
    ['nothing on a platform of its own counting', { versions: { version: '3.9', platform: 'windows' } }, 'audio', []],
    ['live-pusher', { hasPusher: false }, 'audio', ['LIVE_PUSHER_MISSING']],
    ['a log-in', { logIn: 'LOGIN_REQUIRED' }, 'audio', ['LOGIN_REQUIRED']],
    ['a new log-in', { logIn: 'TOKEN_EXPIRED' }, 'audio', ['TOKEN_EXPIRED']],
    ['a network', { networkType: 'none' }, 'audio', ['NETWORK']],
    ['nothing on a network that has no name', { networkType: 'unknown' }, 'audio', []],
    ['the microphone', { authSetting: { 'scope.record': false } }, 'audio', ['MICROPHONE_REFUSED']],
    ['the microphone of WeChat', { microphoneAuthorized: 'denied' }, 'audio', ['MICROPHONE_BLOCKED']],
    ['nothing while the system was not asked', { microphoneAuthorized: 'not determined' }, 'audio', []],
    ['no camera in an audio call', { authSetting: { 'scope.camera': false }, cameraAuthorized: 'denied' }, 'audio', []],
    ['the camera', { authSetting: { 'scope.camera': false } }, 'video', ['CAMERA_REFUSED']],
    ['the camera of WeChat', { cameraAuthorized: 'denied' }, 'video', ['CAMERA_BLOCKED']],
  ]

  it.each(cases)('%s', (_, facts, media, gaps) => {
    expect(gapsOf({ ...fit, ...facts }, media)).toEqual(gaps)
  })

  it('what the customer cannot mend comes first', () => {
    const all: CallFacts = {
      versions: { SDKVersion: '1.0' },
      hasPusher: false,
      logIn: 'LOGIN_REQUIRED',
      networkType: 'none',
      authSetting: { 'scope.record': false, 'scope.camera': false },
      microphoneAuthorized: 'denied',
      cameraAuthorized: 'denied',
    }
    const audio = ['WECHAT_TOO_OLD', 'LIVE_PUSHER_MISSING', 'LOGIN_REQUIRED', 'NETWORK', 'MICROPHONE_BLOCKED']
    expect(gapsOf(all, 'video')).toEqual([...audio, 'MICROPHONE_REFUSED', 'CAMERA_BLOCKED', 'CAMERA_REFUSED'])
  })
})

describe('what the customer is still to be asked', () => {
  it('is what was never asked: a refusal is an answer', () => {
    expect(questionsOf(fit, 'video')).toEqual([])
    expect(questionsOf({ ...fit, authSetting: {} }, 'audio')).toEqual(['scope.record'])
    expect(questionsOf({ ...fit, authSetting: {} }, 'video')).toEqual(['scope.record', 'scope.camera'])
    expect(questionsOf({ ...fit, authSetting: { 'scope.record': false } }, 'audio')).toEqual([])
  })

  it('begins with the privacy guide, without which nothing else can be asked', () => {
    expect(questionsOf({ ...fit, needAuthorization: true, authSetting: {} }, 'audio')).toEqual([
      'privacy',
      'scope.record',
    ])
  })
})

describe('a question that fails with errno', () => {
  it.each([
    ['scope.record', undefined, 'MICROPHONE_REFUSED'],
    ['scope.record', 103, 'MICROPHONE_REFUSED'],
    ['scope.record', 3, 'MICROPHONE_BLOCKED'],
    ['scope.record', 1107013, 'MICROPHONE_BLOCKED'],
    ['scope.record', 112, 'PRIVACY_REFUSED'],
    ['scope.record', 104, 'PRIVACY_REFUSED'],
    ['scope.record', 1107001, 'PHONE_IN_CALL'],
    ['scope.camera', 103, 'CAMERA_REFUSED'],
    ['scope.camera', 3, 'CAMERA_BLOCKED'],
    ['privacy', 104, 'PRIVACY_REFUSED'],
    ['privacy', undefined, 'PRIVACY_REFUSED'],
  ] as const)('%s %s: %s', (question, errno, code) => {
    expect(refusalOf(question, errno)).toBe(code)
  })
})
