import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { findings } from './axe'
import { eventually } from './eventually'
import { type Heard, likeness, listen } from './sound'
import { launch, openStage, recordsOf, SALES, Seat, type Stage, voiceOf } from './stage'

jest.setTimeout(180_000)

const MS = 3_300
const SILENCE_DB = -60
const SPEECH_DB = -35
const MEI = { accountId: '1002', name: 'Mei', role: 'seat' } as const

/** The colleague’s voice: three notes, one after the other, that nobody takes for speech. A WAV file, 48 kHz, mono. */
const notes = (): Buffer => {
  const rate = 48_000
  const samples = Buffer.alloc(3 * rate * 2)
  for (let index = 0; index < 3 * rate; index += 1) {
    const second = Math.floor(index / rate)
    const hz = [700, 1_400, 2_800][second] ?? 700
    samples.writeInt16LE(Math.round(9_000 * Math.sin((2 * Math.PI * hz * index) / rate)), 2 * index)
  }
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(2 * rate, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

describe('a customer and two seats, in three browsers', () => {
  let stage: Stage
  let browser: Browser
  let colleague: Seat
  let folder: string
  let said: Readonly<Record<'customer' | 'agent' | 'colleague', Heard>>

  beforeAll(async () => {
    stage = await openStage()
    folder = await mkdtemp(join(tmpdir(), 'consult-'))
    const voice = join(folder, 'notes.wav')
    await writeFile(voice, notes())
    browser = await launch(voice)
    const { phone, seat } = stage
    await phone.call()
    await phone.press(SALES)
    await seat.sees('ringing')
    await seat.press('answer')
    await Promise.all([phone.sees('talking'), seat.sees('talking')])
    const desk = await browser.newContext({ viewport: { width: 390, height: 844 } })
    colleague = await Seat.open(desk, stage.centre, 'en', MEI)
    const wav = (text: string) => seat.page.evaluate(listen, { wav: text, ms: MS })
    said = {
      customer: await wav(voiceOf('customer')),
      agent: await wav(voiceOf('seat')),
      colleague: await wav(notes().toString('base64')),
    }
  })

  afterAll(async () => {
    await Promise.all([stage.close(), browser.close()])
    await rm(folder, { recursive: true })
  })

  const atPhone = () => stage.phone.run(listen, { source: 'phone', ms: MS } as const)
  const at = ({ page }: Seat) => page.evaluate(listen, { source: 'workstation', ms: MS } as const)
  const expectVoice = (heard: Heard, of: keyof typeof said): void => {
    expect(heard.levelDb).toBeGreaterThan(SPEECH_DB)
    expect(likeness(heard, said[of])).toBeGreaterThan(0.93)
  }
  const sees = (seat: Seat, text: string): Promise<void> =>
    seat.page.getByText(text).first().waitFor({ timeout: 10_000 })
  const ask = async (): Promise<void> => {
    const { seat } = stage
    await seat.press('consult')
    await seat.press('consult-1002')
    await colleague.sees('ringing')
    await sees(colleague, 'Lin asks about a call')
    await colleague.press('answer')
    await sees(seat, 'You talk with Mei.')
    await pause(1_500)
  }

  it('the agent asks: the two hear each other, and the customer on hold hears neither', async () => {
    await stage.seat.press('consult')
    expect(await findings(stage.seat.page, 'en')).toEqual([])
    await stage.seat.press('consult')
    await ask()
    expect(await stage.phone.text()).toMatch(/hold/i)
    const [here, there, out] = await Promise.all([at(stage.seat), at(colleague), atPhone()])
    expectVoice(here, 'colleague')
    expectVoice(there, 'agent')
    expect(out.levelDb).toBeLessThan(SILENCE_DB)
    expect([...(await findings(stage.seat.page, 'en')), ...(await findings(colleague.page, 'en'))]).toEqual([])
  })

  it('swapped, the agent is with the customer, and the colleague hears neither; the board says who waits', async () => {
    await stage.seat.press('hold')
    await pause(1_000)
    const [here, there, out] = await Promise.all([at(stage.seat), at(colleague), atPhone()])
    expectVoice(here, 'customer')
    expectVoice(out, 'agent')
    expect(there.levelDb).toBeLessThan(SILENCE_DB)
    await stage.operator.getByText('Mei waits').waitFor()
  })

  it('three together, the other two hear each other through a muted agent, and the agent besides', async () => {
    await stage.seat.press('together')
    await stage.seat.press('mute')
    await pause(1_500)
    const [there, out] = await Promise.all([at(colleague), atPhone()])
    expectVoice(there, 'customer')
    expectVoice(out, 'colleague')
    await stage.seat.press('mute')
    await pause(500)
    const both = await atPhone()
    expect(likeness(both, said.agent)).toBeGreaterThan(likeness(out, said.agent))
    expect(await findings(stage.seat.page, 'en')).toEqual([])
  })

  it('a reload of the agent’s page in it brings all three together again', async () => {
    await stage.seat.page.reload()
    await sees(stage.seat, 'hear each other through this page')
    await stage.seat.press('mute')
    await pause(2_500)
    const [there, out] = await Promise.all([at(colleague), atPhone()])
    expectVoice(there, 'customer')
    expectVoice(out, 'colleague')
    await stage.seat.press('mute')
  })

  it('the agent goes back: the colleague is free, and the two talk as before', async () => {
    await stage.seat.press('goBack')
    await sees(colleague, 'Lin goes on with')
    await pause(1_000)
    const [here, out] = await Promise.all([at(stage.seat), atPhone()])
    expectVoice(here, 'customer')
    expectVoice(out, 'agent')
  })

  it('handed over, the colleague and the customer talk, the agent is out, and nothing is left open there', async () => {
    await ask()
    await stage.seat.press('handOver')
    await stage.seat.sees('transferred')
    await colleague.sees('talking')
    await pause(2_000)
    const [there, out] = await Promise.all([at(colleague), atPhone()])
    expectVoice(there, 'customer')
    expectVoice(out, 'colleague')
    await eventually(async () => expect(await stage.seat.audit()).toMatchObject({ liveTracks: 0, connections: 0 }))
    await colleague.press('hang-up')
    await stage.phone.sees('ended')
    await eventually(async () => expect(await recordsOf(stage.centre)).toHaveLength(1))
    expect(await recordsOf(stage.centre)).toMatchObject([
      { SeatUser: { UserId: '1002' }, ServeParticipants: [{ TransferTo: '1002' }, {}, { AskedBy: 'Lin' }] },
    ])
  })
})
