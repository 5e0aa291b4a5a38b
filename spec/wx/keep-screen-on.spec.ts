import { merge } from 'rxjs'
import { marbles } from 'rxjs-marbles/jest'
import { createScene, type SceneLines } from '../../lib/entries/testing'
import { keepScreenOn } from '../../lib/wx/screen'

let told: string[]

beforeEach(() => {
  told = []
  const setKeepScreenOn = ({ keepScreenOn: on }: { keepScreenOn: boolean }) => told.push(on ? 'on' : 'off')
  Object.assign(globalThis, { wx: { setKeepScreenOn } })
})

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'wx')
})

const play = (lines: SceneLines) => {
  marbles((m) => {
    const { call, sees$ } = createScene(m, lines)
    merge(sees$, keepScreenOn(call.transition$)).subscribe()
    m.flush()
  })()
  return told
}

describe('the screen', () => {
  it('stays on from the dialling to the end', () => {
    expect(play({ user: '-d', seat: '--sqra----e' })).toEqual(['on', 'off'])
  })

  it('is kept on anew when the app comes back in a call, and only then', () => {
    expect(play({ phone: '-hs---------hs', user: '---d----h', seat: '----sra' })).toEqual(['on', 'off'])
    told.length = 0
    expect(play({ user: 'd', seat: '-sra', phone: '-----h--s' })).toEqual(['on', 'on'])
  })

  it('is left alone where the phone cannot', () => {
    Object.assign(globalThis, { wx: {} })
    expect(play({ user: 'd---h', seat: '-s' })).toEqual([])
  })

  it('a refusal of the phone is caught', () => {
    const caught: unknown[] = []
    const refused = { then: (_: unknown, fail: unknown) => caught.push(fail) }
    Object.assign(globalThis, { wx: { setKeepScreenOn: () => refused } })
    play({ user: 'd---h', seat: '-s' })
    expect(caught).toEqual([expect.any(Function), expect.any(Function)])
  })
})
