import { eventually } from './eventually'
import { type Phase, Phone, openStage, SALES, type Stage, recordsOf } from './stage'

jest.setTimeout(120_000)

/** How far a call is taken before somebody ends it. */
type Reached = Extract<Phase, 'ivr' | 'waiting' | 'ringing' | 'talking'>

interface CallRecord {
  readonly EndStatusString: string
  readonly HungUpSide: string
}

describe('who ends a call, and when', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage.close())

  const reach = async (phase: Reached) => {
    const { phone, seat } = stage
    await seat.press(phase === 'waiting' ? 'rest' : 'online')
    await phone.call()
    await phone.sees('ivr')
    if (phase === 'ivr') return
    await phone.press(SALES)
    await phone.sees(phase === 'waiting' ? 'waiting' : 'ringing')
    if (phase !== 'talking') return
    await seat.press('answer')
    await Promise.all([phone.sees('talking'), seat.sees('talking')])
  }

  let callsBefore = 0

  /** The record of the call under test: the only one that has come since the last. */
  const newRecord = async (): Promise<CallRecord | undefined> => {
    const records = (await recordsOf(stage.centre)) as unknown as readonly CallRecord[]
    return records.length === callsBefore + 1 ? records[0] : undefined
  }

  afterEach(() => {
    callsBefore += 1
  })

  const operatorHangsUp = async () => {
    await stage.operator.locator('[data-session] [data-do="hang-up"]').first().click()
    await stage.operator.locator('[data-do="hang-up-really"]').click()
  }

  /** The call is over for everybody: no microphone, no connection, one idle line each, and the record says how. */
  const expectEnded = async (endStatus: string) => {
    const { phone, seat } = stage
    await phone.sees('ended')
    await eventually(async () => {
      expect(await phone.audit()).toMatchObject({ tracks: 0, connections: 0, sockets: 1 })
      expect(await seat.audit()).toMatchObject({ liveTracks: 0, connections: 0, sockets: 1 })
      expect((await newRecord())?.EndStatusString).toBe(endStatus)
    })
  }

  it.each([
    ['ivr', 'ivrGiveUp'],
    ['waiting', 'waitingGiveUp'],
    ['ringing', 'ringingGiveUp'],
    ['talking', 'ok'],
  ] as const)('the customer hangs up in %s: the record says %s', async (phase, endStatus) => {
    await reach(phase)
    await stage.phone.press('Hang up')
    await expectEnded(endStatus)
  })

  it('the seat hangs up while talking: the record says ok, hung up by the seat', async () => {
    await reach('talking')
    await stage.seat.press('hang-up')
    await expectEnded('ok')
    expect(await stage.phone.text()).toContain('The agent has hung up')
    expect((await newRecord())?.HungUpSide).toBe('seat')
  })

  it.each([
    ['ivr', 'ivrEnd'],
    ['waiting', 'error'],
    ['ringing', 'error'],
    ['talking', 'ok'],
  ] as const)('the operator ends the call in %s: ended by the system', async (phase, endStatus) => {
    await reach(phase)
    await operatorHangsUp()
    await expectEnded(endStatus)
    expect(await stage.phone.text()).toContain('Ended by the system')
  })

  it('a customer who hangs up before the call centre has answered is free at once', async () => {
    const context = await stage.phone.page.context().browser()?.newContext()
    if (context === undefined) throw new Error('the browser is gone')
    const held: (() => void)[] = []
    await context.routeWebSocket(/\/signalling$/, (socket) => {
      const server = socket.connectToServer()
      server.onMessage((frame) => {
        if (frame.toString().includes('"call/'))
          held.push(() => {
            socket.send(frame)
          })
        else socket.send(frame)
      })
    })
    const phone = await Phone.open(context, stage.centre.url)
    await phone.call()
    await phone.sees('dialling')
    await phone.press('Hang up')
    await phone.sees('ended')
    held.forEach((release) => {
      release()
    })
    await eventually(async () => {
      expect((await newRecord())?.EndStatusString).toBe('ivrGiveUp')
      expect(await phone.audit()).toMatchObject({ tracks: 0, connections: 0 })
    })
    await context.close()
  })

  it('leaving the page in a call ends it and leaves nothing behind', async () => {
    const { phone } = stage
    await reach('talking')
    await phone.closePage()
    await eventually(async () => {
      expect((await newRecord())?.EndStatusString).toBe('ok')
      expect(await phone.audit()).toEqual({ sockets: 0, timers: 0, listeners: 0, tracks: 0, connections: 0, sounds: 0 })
    })
    await stage.seat.press('sign-out')
    await eventually(async () => {
      expect(await stage.seat.audit()).toEqual({ liveTracks: 0, sockets: 0, connections: 0, timers: 0 })
    })
  })
})
