/** The inspector as data: what a recording looks like, and which moment of it is shown. */
import { TestScheduler } from 'rxjs/testing'
import { factsOf, type Picture, pictureOf, type Recording, replay } from 'tccc-wx-sdk/black-box'
import { ringLimit } from 'tccc-wx-sdk/policies'
import { createScene, type SceneLines } from 'tccc-wx-sdk/testing'
import { findAll, textOf } from '../../../call-centre/desk/shared/h'
import { columnOf, type InspectorEvent, type InspectorPage, openingState, reduce, shownOf } from '../page/state'
import { inspectorView } from '../page/view'

const recordingOf = (lines: SceneLines): Recording => {
  const scheduler = new TestScheduler(() => undefined)
  const recordings: Recording[] = []
  scheduler.run(({ hot, flush }) => {
    const scene = createScene({ hot }, lines)
    const watching = scene.sees$.subscribe()
    scheduler.schedule(() => {
      recordings.push(scene.call.recording())
      watching.unsubscribe()
    }, 600_000)
    flush()
  })
  const [recording] = recordings
  if (recording === undefined) throw new Error('nothing was recorded')
  return recording
}

const policies = [ringLimit({ ms: 45_000 })]
const limited = recordingOf({ user: '-d', seat: '----r', line: '-----l-u', phone: '-------h', policies })

const lanesOf = ({ columns }: Picture) =>
  columns.flatMap(({ marbles }) => marbles.map(({ lane, letter, label }) => `${lane} ${letter} ${label}`))

describe('the picture of a recording', () => {
  const picture = pictureOf(replay(limited))

  it('has a marble for each event in its lane, and what was sent beside it', () => {
    expect(lanesOf(picture)).toEqual([
      'line n up',
      'intents d startCall',
      'out s start',
      'in s started',
      'in r ringing',
      'line l lost',
      'line u up',
      'phone h hidden',
      'policies h ringLimit',
      'out h hangUp',
    ])
  })

  it('speaks Chinese when asked to, with room for it; policies and codes keep their names', () => {
    const chinese = pictureOf(replay(limited), 'zh')
    expect(lanesOf(chinese)).toEqual([
      'line n 已连接',
      'intents d 拨号',
      'out s 拨号',
      'in s 已应答',
      'in r 振铃',
      'line l 断线',
      'line u 已连接',
      'phone h 切到后台',
      'policies h ringLimit',
      'out h 挂断',
    ])
    const hides = pictureOf(replay(recordingOf({ user: '-d', phone: '--hs' })), 'zh').columns
    const [hidden, shown] = ['切到后台', '回到前台'].map((words) =>
      hides.find(({ marbles }) => marbles[0]?.label === words),
    )
    expect((shown?.x ?? 0) - (hidden?.x ?? 0)).toBeGreaterThanOrEqual(4 * 12)
  })

  it('shows what was said beside the voice by what it is about, both ways, and none of its words', () => {
    const talk = recordingOf({ user: '-d----x', seat: '---sra-g' })
    const beside = (language: 'en' | 'zh') =>
      lanesOf(pictureOf(replay(talk), language)).filter((lane) => /text|context|文字|附加/.test(lane))
    expect(beside('en')).toEqual(['intents x context', 'out x context', 'in g text'])
    expect(beside('zh')).toEqual(['intents x 附加信息', 'out x 附加信息', 'in g 文字'])
    const page = reduce(openingState('en'), { type: 'phone/recording', phone: 'one', recording: talk })
    const shown = textOf(inspectorView(page, () => undefined))
    expect(shown).toContain('"about": "text"')
    expect(shown).not.toContain('Hello')
  })

  it('has the phases as stretches without a gap', () => {
    const { phases, width } = picture
    expect(phases.map(({ state }) => state)).toEqual(['idle', 'dialling', 'ivr', 'ringing', 'ended'])
    expect(phases.map(({ from }) => from)).toEqual([0, ...phases.slice(0, -1).map(({ to }) => to)])
    expect(phases.at(-1)?.to).toBe(width)
  })

  it('shows how the line was meanwhile', () => {
    expect(picture.states.line?.map(({ state }) => state)).toEqual(['closed', 'up', 'reconnecting', 'up'])
  })

  it('gives each moment room of its own, and a long wait not a screen', () => {
    const steps = picture.columns.slice(1).map(({ x }, index) => x - (picture.columns[index]?.x ?? 0))
    expect(Math.min(...steps)).toBeGreaterThan(30)
    expect(Math.max(...steps)).toBeLessThan(120)
  })
})

describe('the moment', () => {
  const after = (...events: readonly InspectorEvent[]): InspectorPage =>
    events.reduce<InspectorPage>(reduce, openingState('en'))
  const told: InspectorEvent = { type: 'phone/recording', phone: 'one', recording: limited }
  const shorter: Recording = { ...limited, events: limited.events.slice(0, 4) }
  const last = limited.events.length - 1

  it('follows the last event, until one is chosen', () => {
    expect(columnOf(after({ type: 'phone/recording', phone: 'one', recording: shorter }))).toBe(3)
    expect(columnOf(after({ type: 'phone/recording', phone: 'one', recording: shorter }, told))).toBe(last)
    expect(columnOf(after(told, { type: 'click/column', column: 2 }, told))).toBe(2)
    expect(columnOf(after(told, { type: 'click/column', column: 2 }, { type: 'click/follow' }))).toBe(last)
  })

  it('stays at its event when the recording drops what was before', () => {
    const cut: Recording = { ...limited, dropped: 2, events: limited.events.slice(2) }
    expect(
      columnOf(
        after(told, { type: 'click/column', column: 3 }, { type: 'phone/recording', phone: 'one', recording: cut }),
      ),
    ).toBe(1)
  })

  it('does not leave the call', () => {
    expect(columnOf(after(told, { type: 'click/step', by: -Infinity }))).toBe(0)
    expect(columnOf(after(told, { type: 'click/step', by: 1 }))).toBe(last)
    expect(columnOf(after({ type: 'click/step', by: 1 }))).toBe(-1)
  })

  it('a file stands before the phone, and a bad one changes nothing but the message', () => {
    const opened = after(told, { type: 'file/read', name: 'a.json', text: JSON.stringify(shorter) })
    expect(columnOf(reduce(opened, told))).toBe(3)
    const refused = reduce(opened, { type: 'file/read', name: 'b.json', text: '{}' })
    expect(refused).toEqual({ ...opened, fault: expect.stringMatching(/^b\.json: This is no recording/) as string })
    expect(columnOf(reduce(refused, { type: 'click/live' }))).toBe(last)
  })

  it('shows the session with its changes marked, in both languages', () => {
    const page = after(told, { type: 'click/column', column: 3 })
    const view = inspectorView(page, () => undefined)
    const isNew = findAll(view, 'class', 'fact is-new').map((row) => row.props['data-fact'])
    expect(isNew).toEqual(['phase', 'seat'])
    const zh = inspectorView(reduce(page, { type: 'click/language', language: 'zh' }), () => undefined)
    expect(textOf(zh)).toMatch(/此刻的会话\s+振铃/)
  })

  it('says what a code of the phone means, in both languages', () => {
    const lost = recordingOf({ user: '-d', phone: '----r' })
    const page = reduce(openingState('en'), { type: 'phone/recording', phone: 'one', recording: lost })
    expect(textOf(inspectorView(page, () => undefined))).toContain('Another network: the phone enters again')
    const zh = reduce(page, { type: 'click/language', language: 'zh' })
    expect(textOf(inspectorView(zh, () => undefined))).toContain('网络类型变化，将重新进房')
  })

  it('writes what belongs together into one line', () => {
    const facts = factsOf({ ...limited.initial, phase: 'idle' })
    expect(facts[0]).toEqual({ name: 'phase', text: 'idle' })
    expect(facts).toContainEqual({ name: 'microphone', text: 'desired on, actual null, state pending' })
  })
})

it('shows the time of day where it is read, as the other pages do', () => {
  const offset = jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-480)
  const at = Date.UTC(2030, 0, 7, 18, 30, 15, 250)
  const facts = factsOf({ ...limited.initial, phase: 'idle', line: { state: 'up', since: at } })
  offset.mockRestore()
  expect(facts).toContainEqual({ name: 'line', text: 'state up, since 02:30:15.250' })
})

describe('several phones', () => {
  const says = (phone: string, recording: Recording): InspectorEvent => ({ type: 'phone/recording', phone, recording })
  const other: Recording = { ...limited, startedAt: limited.startedAt + 5_000, events: limited.events.slice(0, 3) }
  const after = (...events: readonly InspectorEvent[]): InspectorPage =>
    events.reduce<InspectorPage>(reduce, openingState('en'))
  const both = [says('one', limited), says('two', other)] as const
  const choices = (page: InspectorPage) =>
    findAll(
      inspectorView(page, () => undefined),
      'data-do',
      'phone',
    ).map(
      (button) => `${textOf(button).trim().replace(/\s+/g, ' ')}${button.props['aria-pressed'] === 'true' ? ' *' : ''}`,
    )

  it('one needs no choice', () => {
    expect(choices(after(says('one', limited)))).toEqual([])
  })

  it('the first is followed, whatever the others tell, until another is chosen', () => {
    expect(choices(after(...both))).toEqual(['Phone 1 ended *', 'Phone 2 menu'])
    expect(shownOf(after(...both))).toBe(limited)
    const chosen = after(...both, { type: 'click/phone', phone: 'two' }, says('one', limited))
    expect(choices(chosen)).toEqual(['Phone 1 ended', 'Phone 2 menu *'])
    expect(shownOf(chosen)).toBe(other)
  })

  it('a phone that only waits gives way to the first that calls', () => {
    const waits: Recording = { ...limited, events: limited.events.slice(0, 1) }
    expect(shownOf(after(says('one', waits), says('two', limited)))).toBe(limited)
    expect(shownOf(after(says('one', limited), says('two', waits)))).toBe(limited)
  })

  it('a choice forgets the moment that was looked at, and the file', () => {
    const file: InspectorEvent = { type: 'file/read', name: 'a.json', text: JSON.stringify(limited) }
    const page = after(...both, file, { type: 'click/column', column: 1 }, { type: 'click/phone', phone: 'two' })
    expect(page).toMatchObject({ file: null, moment: null })
  })

  it('one that is gone can be looked at in peace, until another comes', () => {
    const gone = after(says('one', limited), { type: 'phone/gone', phone: 'one' })
    expect(shownOf(gone)).toBe(limited)
    expect(textOf(inspectorView(gone, () => undefined))).toContain('The phone is closed')
    expect(shownOf(reduce(gone, says('three', other)))).toBe(other)
    expect(choices(reduce(gone, says('three', other)))).toEqual([])
  })

  it('one that is gone and was not followed leaves the choice', () => {
    expect(choices(after(...both, { type: 'phone/gone', phone: 'two' }))).toEqual([])
  })
})
