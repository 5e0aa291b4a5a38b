import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundle, folderFor } from './bundle'
import { testConfig } from './test-config'
import {
  type Address,
  customerWireWith,
  deskWire,
  operatorWire,
  recordsOf,
  seatWire,
  startFrame,
  tokenFor,
  type Frame,
  type Wire,
} from './wire'

interface Process extends Address {
  kill(): Promise<void>
}

const folder = folderFor('killed')
const outfile = join(folder, 'main.cjs')
const config = join(folder, 'config.json')
const program = `
  import { readConfig } from './config/read-config'
  import { createCallCentre } from './create-call-centre'
  const [, , config, port, stateFolder] = process.argv
  void createCallCentre(readConfig(config), { port: Number(port), stateFolder }).then((centre) => {
    console.log(centre.port)
    process.on('message', (who) => process.send(centre.signInLink(who)))
  })`
const children = new Set<ChildProcess>()
let port = '0'
let stateFolder = ''

// Two processes start in each spec.
jest.setTimeout(30_000)

beforeAll(() => {
  bundle({ contents: program, resolveDir: resolve(__dirname, '../server'), loader: 'ts' }, outfile)
  writeFileSync(config, JSON.stringify(testConfig({ windowMs: 20_000 })))
})
beforeEach(() => {
  port = '0'
  stateFolder = mkdtempSync(join(folder, 'state-'))
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A process with nothing but a call centre; the second one takes the port of the first. */
async function start(): Promise<Process> {
  const child = spawn(process.execPath, [outfile, config, port, stateFolder], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  children.add(child)
  port = await new Promise<string>((found, lost) => {
    child.stdout?.on('data', (text: Buffer) => {
      found(text.toString().trim())
    })
    child.stderr?.on('data', (text: Buffer) => {
      lost(new Error(text.toString()))
    })
  })
  return {
    port: Number(port),
    url: `http://127.0.0.1:${port}`,
    signInLink: (who) =>
      new Promise((answer) => {
        child.once('message', (link) => {
          answer(link as string)
        })
        child.send(who)
      }),
    kill: () =>
      new Promise((gone) => {
        child.once('exit', () => {
          gone()
        })
        child.kill('SIGKILL')
      }),
  }
}

const numbers = ({ heard }: Wire): readonly unknown[] => heard.map(({ n }) => n).filter((n) => n !== undefined)

const hangUp = { type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ok' }

describe('a call centre that is killed with -9', () => {
  it('in mid-call: phone and seat come back, and the call goes on to its end', async () => {
    const first = await start()
    const token = await tokenFor(first, 'ann')
    const ann = customerWireWith(first, token)
    const { linkId } = await ann.next('link/welcome')
    const seat = await seatWire(first, '1')
    const seatLink = await seat.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    const started = await ann.next('call/started')
    await ann.next('call/ringing')
    seat.say({ type: 'seat/answer', sessionId: started['sessionId'] })
    await ann.next('call/accepted')
    const talking = await seat.next('seat/talking')
    await first.kill()

    const second = await start()
    const again = customerWireWith(second, token, `${String(linkId)}.3`)
    expect(await again.next('link/welcome')).toMatchObject({ linkId, resumed: true, seen: 1 })
    expect(await again.next('call/accepted')).toMatchObject({ n: 4 })
    const seatAgain = await deskWire(second, '1', `${String(seatLink['linkId'])}.${String(talking['n'])}`, 2)
    expect(await seatAgain.next('link/welcome')).toMatchObject({ resumed: true, seen: 2 })
    again.say({ type: 'call/digits', sessionId: started['sessionId'], digits: '7', n: 2 })
    expect(await seatAgain.next('seat/digits')).toMatchObject({ digits: '7' })
    seatAgain.say({ type: 'seat/hangUp', sessionId: started['sessionId'] })
    expect(await again.next('call/ended')).toMatchObject({ n: 5, closeBy: 'seat', endStatus: 'ok' })
    expect(await recordsOf(second)).toMatchObject([{ SessionId: started['sessionId'], EndStatusString: 'ok' }])
  })

  it.each([
    ['the start', 1, 'call/ivr'],
    ['the key', 2, 'call/queued'],
  ])('right after the acknowledgement of %s: nothing that was acknowledged is lost', async (_, n, answer) => {
    const first = await start()
    const token = await tokenFor(first, 'ann')
    const ann = customerWireWith(first, token)
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, channelId: 'menu', n: 1 })
    const acked = (frame: Frame) => frame['seen'] === n
    if (n === 2) {
      const { sessionId } = await ann.next('call/ivr')
      ann.say({ type: 'call/digits', sessionId, digits: '1', n: 2 })
    }
    while (!acked(await ann.next('link/ack')));
    await first.kill()

    const second = await start()
    const again = customerWireWith(second, token, `${String(linkId)}.0`)
    expect(await again.next('link/welcome')).toMatchObject({ resumed: true, seen: n })
    await again.next(answer)
    expect(numbers(again)).toEqual([1, 2, 3].slice(0, n + 1))
    again.say({ ...hangUp, n: n + 1 })
    await again.next('link/ack')
    expect(await recordsOf(second)).toMatchObject([{ EndStatusString: n === 1 ? 'ivrGiveUp' : 'waitingGiveUp' }])
  })

  it('while it rings: the ring goes on for what was left of it', async () => {
    const first = await start()
    const token = await tokenFor(first, 'ann')
    const ann = customerWireWith(first, token)
    const { linkId } = await ann.next('link/welcome')
    const seat = await seatWire(first, '1')
    ann.say({ ...startFrame, n: 1 })
    await seat.next('seat/incoming')
    await ann.next('call/ringing')
    await first.kill()

    const second = await start()
    const seatAgain = await seatWire(second, '1')
    const { timeoutMs, sessionId } = await seatAgain.next('seat/incoming')
    expect(timeoutMs).toBeLessThanOrEqual(10_000)
    seatAgain.say({ type: 'seat/answer', sessionId })
    const again = customerWireWith(second, token, `${String(linkId)}.3`)
    await again.next('call/accepted')
  })

  it('after the end: the record stays, the seat is free, the jsCode stays used', async () => {
    const first = await start()
    const ann = customerWireWith(first, await tokenFor(first, 'ann', 'ann-once'))
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/queued')
    ann.say({ ...hangUp, n: 2 })
    while ((await ann.next('link/ack'))['seen'] !== 2);
    await first.kill()

    const second = await start()
    expect(await recordsOf(second)).toMatchObject([{ EndStatusString: 'waitingGiveUp' }])
    await expect(tokenFor(second, 'ann', 'ann-once')).rejects.toThrow('JS_CODE_INVALID')
    const operator = await operatorWire(second)
    expect(await operator.next('operator/changed')).toMatchObject({ sessions: [] })
  })
})
