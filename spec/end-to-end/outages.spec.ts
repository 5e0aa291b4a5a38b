import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Session } from '../../lib/entries/call'
import type { Misbehaviour } from '../../devtools/phone/panel/misbehaviours'
import { eventually } from './eventually'
import { listen } from './sound'
import { openStage, type Phone, SALES, type Stage, recordsOf } from './stage'
import { digTunnel, type Tunnel } from './tunnel'

jest.setTimeout(60_000)

/** Who calls after a talk that broke goes through the menu as anybody does. */
const usual = { heartbeatMs: 1_000, callAgain: { brokenWithinMs: 0, expectedForMs: 1_800_000 } }
const PATIENT = { ...usual, windowMs: 25_000 }
const IMPATIENT = { ...usual, windowMs: 3_000 }
const LISTEN_MS = 1_200
const SILENCE_DB = -60
const SPEECH_DB = -35

interface CallRecord {
  readonly EndStatusString: string
  readonly HungUpSide: string
}

interface Screen {
  readonly phase: string
  readonly muted: boolean
  readonly notice: string
}

interface WithPhone {
  readonly phone: {
    pageData(): { readonly screen: Screen }
    session(): Pick<Session, 'line'>
    misbehave(what: Misbehaviour): void
  }
}

describe('a call whose line is lost', () => {
  const stateFolder = mkdtempSync(join(tmpdir(), 'outages-'))
  let stage: Stage
  let tunnel: Tunnel
  let phone: Phone
  let recordsBefore = 0

  beforeAll(async () => {
    const roadTo = async ({ port }: { readonly port: number }) => (tunnel = await digTunnel(port)).url
    stage = await openStage({ config: PATIENT, stateFolder, roadTo })
    phone = stage.phone
  })
  afterAll(async () => {
    await stage.close()
    await tunnel.close()
    rmSync(stateFolder, { recursive: true })
  })

  const records = async (): Promise<readonly CallRecord[]> => {
    return (await recordsOf(stage.centre)) as unknown as readonly CallRecord[]
  }

  const screen = (): Promise<Screen> => phone.run(() => (window as unknown as WithPhone).phone.pageData().screen)

  const talk = async () => {
    const { seat } = stage
    recordsBefore = (await records()).length
    await seat.press('online')
    await phone.call()
    await phone.sees('ivr')
    await phone.press(SALES)
    await seat.sees('ringing')
    await seat.press('answer')
    await Promise.all([phone.sees('talking'), seat.sees('talking')])
  }

  const isTroubled = () => eventually(async () => expect((await screen()).notice).not.toBe(''))

  const line = () => phone.run(() => (window as unknown as WithPhone).phone.session().line)

  /** The line is not the one that it was, whether it is still away or back already. */
  const isNoticed = (before: Session['line']) =>
    eventually(async () => expect(await line()).not.toEqual(before), 10_000)

  /**
   * No script runs, no timer, no listener, until the call centre has missed the heartbeats, and the page would have
   * missed its answers: what a suspended app is like from the inside.
   */
  const standsStill = async () => {
    const cdp = await phone.page.context().newCDPSession(phone.page)
    await cdp.send('Debugger.enable')
    const stands = new Promise((paused) => cdp.once('Debugger.paused', paused))
    await cdp.send('Debugger.pause')
    await stands
    await stage.operator.getByText('Line lost').waitFor({ timeout: 10_000 })
    await pause(PATIENT.heartbeatMs)
    await cdp.send('Debugger.resume')
    await cdp.detach()
  }

  /** The call is what it was: both talk, nobody was told of an end, and the line is good. */
  const goesOn = async () => {
    await eventually(async () => expect(await screen()).toMatchObject({ phase: 'talking', notice: '' }), 15_000)
    await stage.seat.sees('talking')
    await stage.operator.getByText('Line lost').waitFor({ state: 'hidden' })
    expect(await records()).toHaveLength(recordsBefore)
  }

  const heardBySeat = async () =>
    (await stage.seat.page.evaluate(listen, { source: 'workstation', ms: LISTEN_MS } as const)).levelDb

  /** One record, no more; nothing left open; the seat takes the next call. */
  const endedOnce = async (endStatus: string) => {
    await eventually(async () => {
      expect((await records()).map(({ EndStatusString }) => EndStatusString).slice(0, 1)).toEqual([endStatus])
      expect(await records()).toHaveLength(recordsBefore + 1)
      expect(await phone.audit()).toMatchObject({ tracks: 0, connections: 0 })
      expect(await stage.seat.audit()).toMatchObject({ liveTracks: 0, connections: 0 })
    }, 15_000)
    await stage.seat.sees('ended')
  }

  describe('for less than the window', () => {
    beforeAll(async () => {
      await talk()
      await phone.press('Mute')
      await eventually(async () => expect((await screen()).muted).toBe(true))
    })
    const isMutedAsItWas = async () => {
      expect((await screen()).muted).toBe(true)
      await eventually(async () => expect(await heardBySeat()).toBeLessThan(SILENCE_DB), 15_000)
    }

    it('goes on after a tunnel of 3 s, of which nobody is told, muted as it was', async () => {
      tunnel.enter()
      await pause(3_000)
      await isTroubled()
      tunnel.leave()
      await goesOn()
      await isMutedAsItWas()
    })

    it('goes on after the page stood still in a tunnel: nobody tells it, its own clock does', async () => {
      const before = await line()
      tunnel.enter()
      await standsStill()
      await isNoticed(before)
      tunnel.leave()
      await goesOn()
    })

    it('goes on after 20 s without any network, of which the phone is told, muted as it was', async () => {
      tunnel.enter()
      await phone.page.context().setOffline(true)
      await isTroubled()
      await pause(20_000)
      tunnel.leave()
      await phone.page.context().setOffline(false)
      await goesOn()
      await isMutedAsItWas()
    })

    // The tries of the outage before go on counting, so the next one is up to 8 s away.
    it('goes on at once when the app is shown after the page stood still, though the next try was not due', async () => {
      const before = await line()
      await standsStill()
      await isNoticed(before)
      await phone.run(() => {
        ;(window as unknown as WithPhone).phone.misbehave('show')
      })
      await eventually(async () => expect((await line()).state).toBe('up'), 2_000)
      await goesOn()
    })

    it('goes on after the call centre was restarted, and the voice is back', async () => {
      await stage.restart()
      await goesOn()
      await phone.press('Mute')
      await eventually(async () => expect(await heardBySeat()).toBeGreaterThan(SPEECH_DB), 15_000)
    })

    it('ends at once here when the customer hangs up in the tunnel, and there when it is over', async () => {
      tunnel.enter()
      await phone.press('Hang up')
      await phone.sees('ended')
      expect(await phone.audit()).toMatchObject({ tracks: 0 })
      tunnel.leave()
      await endedOnce('ok')
    })
  })

  describe('for longer than the window', () => {
    beforeAll(() => stage.restart(IMPATIENT))
    beforeEach(talk)

    it('ends once, as clientTimeout, on both sides: the seat is free before the customer is back', async () => {
      tunnel.enter()
      await eventually(async () => expect((await records())[0]?.EndStatusString).toBe('clientTimeout'), 10_000)
      await stage.seat.sees('ended')
      tunnel.leave()
      await phone.sees('ended')
      await endedOnce('clientTimeout')
    })

    it('ends once, as clientTimeout, when the page is loaded anew and nobody calls: the seat is free again', async () => {
      phone = await phone.reload()
      await phone.sees('idle')
      await endedOnce('clientTimeout')
    })

    it('ends with callConflict when the page is loaded anew and the customer calls: the new call goes on', async () => {
      phone = await phone.reload()
      await phone.call()
      await phone.sees('ivr')
      await eventually(async () => {
        expect((await records()).map(({ EndStatusString }) => EndStatusString)[0]).toBe('callConflict')
      })
      await stage.seat.sees('ended')
      await phone.press('Hang up')
      await phone.sees('ended')
    })
  })
})
