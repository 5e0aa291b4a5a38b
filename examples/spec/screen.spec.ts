/** What the call page shows, computed from a session. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BehaviorSubject, type Observable } from 'rxjs'
import ts from 'typescript'
import * as rxjs from '../../lib/entries/rxjs'

const folder = join(__dirname, '../mini-program')

/** Runs a module of the mini program, and answers with its exports. */
const load = (path: string): Readonly<Record<string, unknown>> => {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 }
  const { outputText } = ts.transpileModule(readFileSync(join(folder, `${path}.js`), 'utf8'), { compilerOptions })
  const exports = {}
  const require = (name: string) => (name === 'tccc-wx-sdk/rxjs' ? rxjs : load(join(path, '..', name)))
  const wx = { getSystemInfoSync: () => ({ language: 'en' }) }
  const run = Reflect.construct(Function, ['exports', 'require', 'wx', outputText]) as (...given: unknown[]) => void
  run(exports, require, wx)
  return exports
}

type Screen = Readonly<Record<string, unknown>>

const { screenOf } = load('pages/call/screen') as { screenOf: (session: object, words: Screen) => Screen }
const { clockText, talkTime } = load('clock') as {
  clockText: (seconds: number) => string
  talkTime: (sdk: object) => Observable<string>
}
const words = (load('words') as { words: () => Screen }).words()

const around = {
  line: { state: 'up' },
  microphone: { state: 'on', desired: 'on' },
  soundMode: { desired: 'speaker' },
  interruption: null,
  quality: { advice: [] },
}
const talking = { ...around, phase: 'talking', seat: { name: 'Lin' }, acceptedAt: 5, held: false }

it('a call on hold says so in the place of talking, and no notice moves the page', () => {
  expect(screenOf(talking, words)).toMatchObject({ heading: 'Lin', hint: 'In call', held: false, notice: '' })
  expect(screenOf({ ...talking, held: true }, words)).toMatchObject({ hint: 'On hold, please wait', held: true })
  expect(screenOf({ ...talking, held: true }, words)['notice']).toBeFalsy()
})

it('promises no wait that the call centre does not tell', () => {
  const waiting = (estimatedWaitMs: number | null) => ({
    ...around,
    phase: 'waiting',
    queue: { position: 2, estimatedWaitMs },
  })
  expect(screenOf(waiting(null), words)).toMatchObject({ place: 2, wait: '', hint: words['waitingHint'] })
  expect(screenOf(waiting(120_000), words)).toMatchObject({ place: 2, wait: 'about 2 min' })
})

it.each([
  [0, '00:00'],
  [19, '00:19'],
  [3599, '59:59'],
  [3661, '1:01:01'],
])('%i s is %s, while the call runs and when it has ended', (seconds, text) => {
  expect(clockText(seconds)).toBe(text)
  const end = { error: null, endStatus: 'ok', closeBy: 'seat', duration: seconds }
  const lasted = screenOf({ ...around, phase: 'ended', end }, words)['lasted']
  expect(lasted).toBe(seconds === 0 ? '' : `Duration ${text}`)
})

describe('the clock of a talk', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  it.each([-3_600_000, 86_400_000])('does not show that the phone is set by %i ms, nor that it slept', (byMs) => {
    const session$ = new BehaviorSubject<object>({ phase: 'idle' })
    let at = 5_000
    const shown: string[] = []
    const watching = talkTime({ session$, now: () => at }).subscribe((time) => shown.push(time))
    const passes = (ms: number) => {
      at += ms
      jest.advanceTimersByTime(1_000)
    }
    session$.next({ ...talking, acceptedAt: 5_000 })
    passes(1_000)
    jest.setSystemTime(Date.now() + byMs)
    passes(1_000)
    passes(60_000)
    session$.next({ ...around, phase: 'ended' })
    jest.advanceTimersByTime(5_000)
    expect(shown).toEqual(['', '00:00', '00:01', '00:02', '01:02', ''])
    watching.unsubscribe()
    expect(jest.getTimerCount()).toBe(0)
  })
})
