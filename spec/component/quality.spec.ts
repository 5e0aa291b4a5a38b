/** @jest-environment jsdom */
import type { Advice } from '../../lib/entries/call'
import { openPageIn, type Page } from './page'

let page: Page

const net = (netQualityLevel: number, audioBitrate = 30) => ({ info: { netQualityLevel, audioBitrate } })

/** Both tags report for so many seconds, as a phone does: the net every 2 s, the volume each second. */
const reports = (seconds: number, level: number, volume = 0) => {
  for (let second = 0; second < seconds; second += 1) {
    if (second % 2 === 0) page.tagTells('live-pusher', 'netstatus', net(level))
    page.tagTells('live-pusher', 'audiovolumenotify', { volume })
    jest.advanceTimersByTime(1_000)
  }
}

const told = (name: string) => page.told.filter((one) => one.name === name).map(({ detail }) => detail)

beforeEach(() => {
  jest.useFakeTimers()
  page = openPageIn('talking')
  page.tagTells('live-pusher', 'statechange', { code: 1018 })
})

afterEach(() => {
  page.unload()
})

describe('the quality of a call', () => {
  it('networkQuality tells a level once, not per report, and nothing is set for it', () => {
    const sets = page.sets.length
    reports(10, 1)
    reports(2, 3)
    expect(told('networkQuality')).toEqual([
      { local: 1, remote: 0 },
      { local: 3, remote: 0 },
    ])
    expect(page.sets).toHaveLength(sets)
  })

  it('advice says that my line is weak, and when it is not any more', () => {
    reports(10, 5)
    reports(12, 1)
    expect(told('advice')).toEqual([{ advice: ['localWeak'] }, { advice: [] }])
  })

  it('advice$ says the same, and replays', () => {
    const seen: (readonly Advice[])[] = []
    reports(10, 5)
    page.sdk.advice$.subscribe((advice) => seen.push(advice))
    page.sdk.muteAudio()
    reports(3, 5, 70)
    page.sdk.unmuteAudio()
    expect(seen).toEqual([['localWeak'], ['localWeak', 'talkingWhileMuted'], ['localWeak']])
  })

  it('a tag that reports without figures says nothing', () => {
    page.tagTells('live-pusher', 'netstatus', {})
    page.tagTells('live-pusher', 'audiovolumenotify', {})
    expect(told('networkQuality')).toEqual([])
  })

  it('the end of the call takes all of it back without a word', () => {
    reports(10, 5)
    const before = page.told.length
    page.sdk.endCall()
    expect(page.names().slice(before)).toEqual(['stateChange', 'sessionEnded'])
  })
})
