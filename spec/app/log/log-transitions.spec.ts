import { TestScheduler } from 'rxjs/testing'
import type { LogEntry, MediaEvent } from '../../../lib/entries/index'
import { type LogBooks, logTransitions } from '../../../lib/app/log/log-transitions'
import type { Policy } from '../../../lib/entries/policies'
import { createScene, type SceneLines, SESSION_ID } from '../../../lib/entries/testing'
import { merge } from 'rxjs'

const play = (lines: SceneLines, to: Parameters<typeof logTransitions>[1]) => {
  const scheduler = new TestScheduler(() => undefined)
  scheduler.run(({ hot, flush }) => {
    const scene = createScene({ hot }, lines)
    scheduler.schedule(() => {
      const writing = merge(logTransitions(scene.call.transition$, to), scene.sees$).subscribe()
      scheduler.schedule(() => writing.unsubscribe(), 60_000)
    })
    flush()
  })
}

const linesOf = (lines: SceneLines): readonly string[] => {
  const written: LogEntry[] = []
  play(lines, (entry) => written.push(entry))
  return written.map(({ level, line }) => `${level} ${line}`)
}

describe('the log of a call', () => {
  it('tells each phase at info, and the rest at debug', () => {
    const lines = linesOf({ seat: '--qra 1499ms e', phone: '-- i' })
    expect(lines.filter((line) => line.startsWith('info'))).toEqual([
      'info +0.000s idle > dialling intent/startCall',
      'info +0.001s dialling > ivr call/started',
      'info +0.002s ivr > waiting call/queued',
      'info +0.003s waiting > ringing call/ringing',
      'info +0.004s ringing > talking call/accepted',
      'info +1.504s talking > ended call/ended seat ok',
    ])
    expect(lines).toContain('debug +0.002s waiting audio/interrupted')
  })

  it('tells a code that nobody knows to the developers too, once a call, with its words', () => {
    const odd = (code: number): MediaEvent => ({ type: 'pusher/status', code, message: 'new in 8.9' })
    const letters = { phone: { x: odd(4711), z: odd(4712), y: odd(1005) } }
    const lines = linesOf({ user: 'd------h--r', seat: '-s--------t', phone: '---xxzy------x', letters })
    const told = lines.filter((line) => line.includes('pusher/status')).map((line) => line.replace(/\+\S+ \w+ /, ''))
    const status = (code: number) => `pusher/status {"code":${String(code)},"message":"new in 8.9"}`
    expect(told).toEqual([
      ...[`info ${status(4711)}`, `debug ${status(4711)}`, `info ${status(4712)}`, `debug ${status(1005)}`],
      `info ${status(4711)}`,
    ])
  })

  it('warns of what failed', () => {
    const broken: Policy = () => {
      throw new Error('oh no')
    }
    const lines = linesOf({ phone: '----f', policies: [broken] })
    expect(lines.filter((line) => line.startsWith('warn'))).toEqual([
      'warn idle policy/failed {"policy":"broken","message":"Error: oh no"}',
      'warn +0.004s ivr > ended pusher/status client clientError ROOM_FAILED',
    ])
  })

  it('holds no secret', () => {
    const userlist = [{ userid: 'openid-1', playurl: 'room://cloud.tencent.com/rtc?userid=seat' }]
    const secret = { type: 'pusher/status', code: 1031, message: JSON.stringify({ userlist }) } as const
    const path = [{ key: '7', label: 'A card was lost' }]
    const menu = { type: 'call/ivr', sessionId: SESSION_ID, prompt: '138.0013.8000', keys: [], path } as const
    const letters = { phone: { x: secret }, seat: { v: menu } }
    const text = linesOf({ seat: '-s--v', user: 'd--1', phone: '--x', letters }).join('\n')
    for (const word of ['pusher/status', 'call/ivr']) expect(text).toContain(word)
    for (const word of ['signature', 'openid-1', 'room://', '"digits":"1"']) expect(text).not.toContain(word)
    for (const word of ['"key":"7"', 'A card was lost', '8000']) expect(text).not.toContain(word)
  })

  it('goes to the books of WeChat in batches: phases and failures at once, everything for a complaint', () => {
    const realtime: string[] = []
    const local: string[] = []
    const books: LogBooks = { realtime: (text) => realtime.push(text), local: (text) => local.push(text) }
    play({ seat: '--qra 1499ms e 19999ms z', phone: '-- i' }, books)
    expect(realtime).toHaveLength(1)
    expect(realtime[0]).toMatch(/^\+0.000s idle > dialling .*\n(.*\n){4}.*talking > ended call\/ended seat ok$/)
    expect(local).toHaveLength(2)
    expect(local[0]).toContain('debug +0.002s waiting audio/interrupted')
    expect(local[1]).toMatch(/^debug \+21.504s ended call\/ended/)
  })
})
