import { asyncScheduler, merge, switchMap, timer } from 'rxjs'
import { marbles } from 'rxjs-marbles/jest'
import { createScene, type SceneLines } from '../../lib/entries/testing'
import { type ToneOptions, tones } from '../../lib/entries/tones'

let log: string[]
let sounding: number
let at: number[]
let writes: ((done: () => void) => void) | undefined

interface Written {
  readonly filePath: string
  readonly data: ArrayBuffer
  readonly success: () => void
}

const audio = () => ({
  src: '',
  loop: false,
  play() {
    sounding += 1
    at.push(asyncScheduler.now())
    log.push(`${/tccc-(\w+)/.exec(this.src)?.[1] ?? 'nothing'}${this.loop ? '' : ' once'}`)
  },
  stop() {
    at.push(asyncScheduler.now())
    log.push('stop')
  },
  destroy() {
    sounding = 0
  },
})

beforeEach(() => {
  log = []
  at = []
  sounding = 0
  writes = (done) => {
    done()
  }
  const writeFile = ({ success }: Written) => writes?.(success)
  Object.assign(globalThis, {
    wx: {
      env: { USER_DATA_PATH: 'wxfile://usr' },
      getFileSystemManager: () => ({ writeFile }),
      createInnerAudioContext: audio,
      setInnerAudioOption: ({ obeyMuteSwitch }: { readonly obeyMuteSwitch: boolean }) => {
        log.push(`mute switch ${obeyMuteSwitch ? 'obeyed' : 'left alone'}`)
      },
    },
  })
})

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'wx')
})

/** What has sounded when nothing more happens, and for how long the story took. */
const play = (lines: SceneLines, leaveAt = '', options?: ToneOptions) => {
  marbles((m) => {
    const { call, sees$ } = createScene(m, lines)
    const watching = merge(sees$, tones(call.session$, options)).subscribe()
    if (leaveAt !== '') {
      m.hot(leaveAt).subscribe(() => {
        watching.unsubscribe()
      })
    }
    m.flush()
  })()
  return log
}

describe('the tones', () => {
  it('ring back while a seat rings, in a loop, and stop in the moment of the answer', () => {
    expect(play({ seat: '-sqr---a' })).toEqual(['ringBack', 'stop'])
    expect(sounding).toBe(0)
  })

  it('ring again after a transfer, and not over the voice of the room', () => {
    expect(play({ seat: '-s-r---q--r-a' })).toEqual(['ringBack', 'stop', 'ringBack', 'stop'])
    log.length = 0
    expect(play({ seat: '-s-----r---a', phone: '---jp' })).toEqual([])
  })

  it('busy for 3 s when the other side has ended the call, and not a moment longer', () => {
    expect(play({ seat: '-sra---e' })).toEqual(['ringBack', 'stop', 'busy', 'stop'])
    expect(at).toEqual([2, 3, 7, 3_007])
    expect(sounding).toBe(0)
  })

  it('nothing after one’s own hang-up: the ring-back stops with it', () => {
    expect(play({ user: 'd------h', seat: '-s-r' })).toEqual(['ringBack', 'stop'])
    expect(sounding).toBe(0)
  })

  it('a new call cuts the busy tone short', () => {
    expect(play({ user: 'd---------d', seat: '-sra--e' }).slice(2)).toEqual(['busy', 'stop'])
  })

  it('who leaves hears nothing more, nor what was still being written', () => {
    expect(play({ seat: '-s-r' }, '-----(x|)')).toEqual(['ringBack', 'stop'])
    log.length = 0
    let written: () => void = () => undefined
    writes = (done) => {
      written = done
    }
    play({ seat: '-s-r' }, '-----(x|)')
    written()
    expect(log).toEqual(['stop'])
  })

  it('a page that comes late to an end hears nothing', () => {
    marbles((m) => {
      const { call, sees$ } = createScene(m, { seat: '-sra---e' })
      const late$ = timer(9_000).pipe(switchMap(() => tones(call.session$)))
      merge(sees$, late$).subscribe()
      m.flush()
    })()
    expect(log).toEqual([])
  })
})

describe('the mute switch of an iPhone', () => {
  it('is left alone when it is asked so, while a tone plays and no longer', () => {
    expect(play({ seat: '-sra' }, '', { obeyMuteSwitch: false })).toEqual([
      ...['mute switch left alone', 'ringBack'],
      ...['stop', 'mute switch obeyed'],
    ])
  })

  it('and a phone without sounds plays none, and costs the call nothing', () => {
    Object.assign(globalThis, { wx: { createInnerAudioContext: undefined } })
    expect(play({ seat: '-sra' }, '', { obeyMuteSwitch: false })).toEqual([])
  })
})
