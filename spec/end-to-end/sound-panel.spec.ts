/** What the agent hears and speaks through: chosen, tried before the shift, kept over a reload and for other tabs, and used in a talk. */
import type { Page } from 'playwright-core'
import { eventually } from './eventually'
import { openStage, Seat, type Stage } from './stage'

jest.setTimeout(90_000)

interface Player {
  readonly volume: number
  readonly sinkId: string
  readonly paused: boolean
}

interface Watched {
  readonly watched: {
    /** The names of those that were opened. */
    readonly microphones: string[]
    players(): readonly Player[]
    /** The browser wants a click before it plays. */
    autoplay: boolean
  }
}

/** Runs in the page before its own code. */
const watch = () => {
  const players = new Set<HTMLAudioElement>()
  const watched = {
    microphones: [] as string[],
    autoplay: true,
    players: () => [...players].map(({ volume, sinkId, paused }) => ({ volume, sinkId, paused })),
  }
  const { mediaDevices } = navigator
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await open(wanted)
    for (const track of stream.getAudioTracks()) watched.microphones.push(track.label)
    return stream
  }
  const refused = () => Promise.reject(new DOMException('no click yet', 'NotAllowedError'))
  window.Audio = class extends Audio {
    constructor() {
      super()
      players.add(this)
    }

    override play(): Promise<void> {
      return watched.autoplay ? super.play() : refused()
    }
  }
  Object.assign(window, { watched })
}

describe('a desk with several devices', () => {
  let stage: Stage
  let page: Page

  const microphones = () => page.evaluate(() => (window as unknown as Watched).watched.microphones)
  /** Where each player that plays is heard, and how loud. */
  const playsThrough = () =>
    page.evaluate(async () => {
      const devices = await navigator.mediaDevices.enumerateDevices()
      const nameOf = (id: string) => devices.find(({ deviceId }) => deviceId === id)?.label ?? 'the system'
      const players = (window as unknown as Watched).watched.players().filter(({ paused }) => !paused)
      return players.map(({ sinkId, volume }) => `${nameOf(sinkId)} at ${String(volume)}`)
    })
  const select = (part: string) => page.locator(`[data-do="choose-${part}"]`)
  beforeAll(async () => {
    stage = await openStage({ phoneQuery: 'channelId=direct' })
    page = stage.seat.page
    await page.addInitScript(watch)
    await page.reload()
    await stage.seat.sees('idle')
  })

  afterAll(() => stage.close())

  it('hears the agent who tries the microphone, and plays it back through the loudspeaker of choice', async () => {
    await stage.seat.press('sound')
    const heard = page.locator('[data-heard]')
    await stage.seat.press('check')
    await heard.waitFor()
    await eventually(async () => expect(await heard.getAttribute('data-heard')).toBe(''))
    await select('loudspeaker').selectOption('Fake Audio Output 2')
    await eventually(async () => expect(await playsThrough()).toEqual(['Fake Audio Output 2 at 1']))
    await stage.seat.press('check')
    await eventually(async () => expect(await stage.seat.audit()).toMatchObject({ liveTracks: 0 }))
  })

  it('keeps what was chosen over a reload, and speaks and plays through it in a talk', async () => {
    const { phone, seat } = stage
    await select('microphone').selectOption('Fake Audio Input 2')
    await page.locator('[data-do="volume"]').fill('0.35')
    await page.reload()
    await seat.sees('idle')
    await phone.call()
    await seat.sees('ringing')
    await seat.press('answer')
    await Promise.all([phone.sees('talking'), seat.sees('talking')])
    await eventually(async () => {
      expect(await microphones()).toContain('Fake Audio Input 2')
      expect(await playsThrough()).toEqual(['Fake Audio Output 2 at 0.35'])
    })
  })

  it('says with a button that the browser wants a click before it plays', async () => {
    const soundOn = page.locator('[data-do="sound-on"]')
    await page.evaluate(() => {
      ;(window as unknown as Watched).watched.autoplay = false
    })
    // Any click tries to play.
    await page.locator('h1').click()
    await soundOn.waitFor()
    await page.evaluate(() => {
      ;(window as unknown as Watched).watched.autoplay = true
    })
    await soundOn.click()
    await soundOn.waitFor({ state: 'detached' })
  })

  it('goes on through the devices of the system when those of choice are gone', async () => {
    await page.evaluate(() => {
      navigator.mediaDevices.enumerateDevices = () => Promise.resolve([])
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
    })
    await eventually(async () => expect(await playsThrough()).toEqual(['the system at 0.35']))
    await stage.seat.press('sound')
    expect(await page.locator('.sound').innerText()).toContain('(not plugged in)')
  })

  it('knows what was chosen in another tab, too, when this one is closed', async () => {
    await stage.phone.press('Hang up')
    await Promise.all([stage.phone.sees('ended'), stage.seat.sees('ended')])
    await stage.seat.press('sign-out')
    await page.locator('[data-do="sign-in"]').waitFor()
    await page.close()
    const seat = await Seat.at(stage.operator.context(), stage.centre.url)
    await seat.press('sign-in')
    await seat.press('sound')
    await eventually(async () => {
      const values = ['choose-microphone', 'choose-loudspeaker', 'choose-ringer', 'volume'].map((name) =>
        seat.page.locator(`[data-do="${name}"]`).inputValue(),
      )
      expect(await Promise.all(values)).toEqual(['Fake Audio Input 2', 'Fake Audio Output 2', '', '0.35'])
    })
  })
})
