import { map, merge } from 'rxjs'
import { marbles } from 'rxjs-marbles/jest'
import { isRunning, leaveAlert } from '../../lib/entries/index'
import { createScene } from '../../lib/entries/testing'

const told: string[] = []
const phone: Record<string, unknown> = {}

beforeEach(() => {
  told.length = 0
  phone['enableAlertBeforeUnload'] = ({ message }: { message: string }) => told.push(message)
  phone['disableAlertBeforeUnload'] = () => told.push('off')
  Object.assign(globalThis, { wx: phone })
})

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'wx')
})

const play = (message: string) =>
  marbles((m) => {
    const { call, sees$ } = createScene(m, { user: '-d', seat: '--sqrae' })
    merge(
      sees$,
      leaveAlert(call.context.session$.pipe(map((session) => (isRunning(session) ? message : '')))),
    ).subscribe()
    m.flush()
  })

describe('the question before a page is left', () => {
  it('is asked while a call runs, and switched once each way', () => {
    play('挂断电话？')()
    expect(told).toEqual(['挂断电话？', 'off'])
  })

  it('is not asked without words', () => {
    play('')()
    expect(told).toEqual([])
  })

  it('is not asked by a base library that cannot', () => {
    Object.keys(phone).forEach((member) => Reflect.deleteProperty(phone, member))
    expect(play('挂断电话？')).not.toThrow()
  })
})
