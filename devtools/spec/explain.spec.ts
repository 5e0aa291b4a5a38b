import { throwError } from 'rxjs'
import { explain } from '../black-box'
import { Recorder } from '../../lib/recording/recorder'
import { type Policy, ringLimit } from '../../lib/entries/policies'
import { END_WORDS } from '../dictionaries/end-words'
import { recordingOf } from './calls'

const loggedOut = { type: 'line/gaveUp', code: 'LOGIN_REQUIRED' } as const

describe('why a call ended', () => {
  it('names the seat', () => {
    expect(explain(recordingOf({ seat: '--qra 61000ms e' }), 'en')).toEqual([
      'The customer called the entry service at 1970-01-01T00:00:00.000Z.',
      '0.0 s after the dialling it came to the menu.',
      '0.0 s after the dialling it came to waiting.',
      '0.0 s after the dialling it came to ringing.',
      '0.0 s after the dialling it came to talking.',
      'The seat ended the call.',
      'The call ended while talking; its status is ok (1), talk 61 s.',
    ])
  })

  it('names the policy, its reason, and what was amiss, the earliest first', () => {
    const recording = recordingOf({
      user: 'd----m',
      seat: '--r',
      phone: '----- 1000ms h',
      line: '---l',
      policies: [ringLimit({ ms: 20_000 })],
    })
    expect(explain(recording, 'en').slice(-7, -2)).toEqual([
      'The policy ringLimit hung up: nobody answered.',
      'The line had been lost for 20.0 s: silent.',
      'The app had been hidden for 19.0 s.',
      'The microphone was off.',
      'The call ended while ringing; its status is ringingGiveUp (104), talk 0 s.',
    ])
  })

  it.each([
    ['the customer hangs up', { user: 'd-----h' }, '客户挂断了电话。'],
    ['the call centre ends it', { seat: '--x' }, '呼叫中心结束了通话。'],
    ['it is refused', { seat: '-f' }, '呼叫中心拒绝了呼叫（CHANNEL_UNKNOWN）：no such channel。'],
    ['the line is given up', { line: '--l--g' }, '与呼叫中心的连接无法恢复。'],
    ['the call centre has forgotten it', { line: '--l--n' }, '连接恢复时，呼叫中心已放弃该通话。'],
    ['the phone fails', { phone: '--f' }, '手机的语音连接失败（live-pusher -100013）：服务已停用。'],
    [
      'no fresh room comes',
      { phone: '--d' },
      '手机的语音连接失败（live-pusher -1307）：网络断连且多次重连无效；欠费或缺少 `privateMapKey` 时也会出现。',
    ],
    ['nobody is logged in', { line: 't', user: '-d', letters: { line: { t: loggedOut } } }, '呼叫未能发起。'],
  ])('in Chinese: %s', (_, lines, sentence) => {
    expect(explain(recordingOf(lines))).toContain(sentence)
  })

  it('of a second call that ends at once tells that one, not the first', () => {
    const recording = recordingOf({ user: 'd--h-d', line: '----t', letters: { line: { t: loggedOut } } })
    expect(explain(recording, 'en')[1]).toBe('The call could not be dialled.')
  })

  it('tells what failed on the way, each fault once', () => {
    const broken: Policy = () => throwError(() => new Error('oh no'))
    const stuck = { type: 'media/failed', target: 'microphone', message: 'no permission' } as const
    const letters = { phone: { x: stuck } }
    expect(explain(recordingOf({ phone: '---xx', user: 'd----h', policies: [broken], letters }), 'en')).toEqual(
      expect.arrayContaining(['The phone had not switched the microphone: no permission.']),
    )
    const whole = recordingOf({ user: 'd----h' })
    const failed = { type: 'source/failed', source: 'media', message: 'gone' } as const
    const events = whole.events.flatMap((kept) =>
      kept.event.type === 'call/started'
        ? [kept, { at: kept.at, event: failed }, { at: kept.at, event: failed }]
        : [kept],
    )
    expect(explain({ ...whole, events }, 'en').filter((sentence) => sentence.includes('gone'))).toEqual([
      'The media tags had stopped reporting: gone.',
    ])
    expect(explain({ ...whole, events })).toContain('音视频组件曾出错，此后不再上报：gone。')
  })

  it('adds the meaning and the remedy of an error', () => {
    expect(explain(recordingOf({ line: '--l--g' }), 'en').slice(-2)).toEqual([
      'Meaning: The line was lost for longer than the call centre keeps a call.',
      'Remedy: Call again.',
    ])
  })

  it('says both in Chinese too', () => {
    expect(explain(recordingOf({ line: '--l--g' })).slice(-2)).toEqual([
      '含义：连接中断的时间超过了呼叫中心保留通话的时间。',
      '处理建议：重新呼叫。',
    ])
  })

  it('without an error, says them of the end status', () => {
    expect(explain(recordingOf({ seat: '--x' }), 'en').slice(-2)).toEqual([
      `Meaning: ${END_WORDS.notWorkTime.en.cause}`,
      `Remedy: ${END_WORDS.notWorkTime.en.remedy}`,
    ])
  })

  it('of a call that goes on says where it is', () => {
    expect(explain(recordingOf({ seat: '--q' }, 5_000), 'en')).toContain(
      'The call has not ended: it was at waiting 0.0 s after the dialling.',
    )
  })

  it('of no call says so', () => {
    expect(explain(new Recorder().recording(), 'en')).toEqual(['The recording holds no call.'])
  })
})
