/** An agent of the day, in a browser, who does to each call what the script says, and notes what the page said of it. */
import { setTimeout as pause } from 'node:timers/promises'
import type { PartOutcome } from '../../../call-centre/server/call-summary'
import type { Page } from 'playwright-core'
import { pullHeadset, putHeadsetBack } from '../headset'
import type { AgentDeed, Customer } from './script'

/** What became of a call at a seat, as the script saw it. */
export interface Part {
  readonly caller: string
  readonly seatId: string
  readonly outcome: PartOutcome
  readonly notes: string
  readonly disposition: string
  /** A colleague asked about it. */
  readonly asked: boolean
}

/** What all agents of the day know together. */
export interface Floor {
  /** Who calls, by the name that the page shows. */
  readonly customerOf: (caller: string) => Customer
  /** Each in the order in which it began to ring. */
  readonly parts: Part[]
  readonly isOver: () => boolean
}

interface Seen {
  readonly phase: string
  readonly caller: string
  readonly text: string
  readonly isOnline: boolean
  /** What can be pressed on the stage. */
  readonly buttons: readonly string[]
  /** The centre says of a seat, this one or another, that it writes up. */
  readonly someWriteUp: boolean
}

/** Over before anything else was seen of it. */
const brief = (caller: string, seatId: string, asked = false): Part => ({
  ...{ caller, seatId, outcome: asked ? 'calledOff' : 'abandoned', notes: '', disposition: '', asked },
})

/** What is pressed on a call that rings, until it does not. */
const pressed: Partial<Record<AgentDeed, string>> = { decline: 'decline-0', miss: '' }

const LOOK_MS = 40
const TALK_MS = 400
const GIVES_UP_MS = 20_000

/** Runs in the page. */
const look = (): Seen => {
  const stage = document.querySelector<HTMLElement>('[data-phase]')
  // How a talk ended stands beneath the stage while it is written up.
  const texts = [stage, document.querySelector<HTMLElement>('.known')].map((each) => each?.innerText ?? '')
  return {
    phase: stage?.dataset['phase'] ?? 'none',
    caller: stage?.querySelector('.caller')?.textContent ?? '',
    text: texts.join('\n'),
    buttons: [...(stage?.querySelectorAll<HTMLElement>('[data-do]:enabled') ?? [])].map(
      (each) => each.dataset['do'] ?? '',
    ),
    isOnline: document.querySelector('[data-do="online"]')?.getAttribute('aria-pressed') === 'true',
    someWriteUp: document.querySelector('.seats .is-wrapUp') !== null,
  }
}

interface WithNotebook {
  readonly notebook: () => readonly string[]
}

/**
 * Runs in the page before its own code: notes who rang, also for a moment that nobody looked at, and also before the page
 * was loaded again.
 */
export const notebook = (): void => {
  const read = (): string[] => JSON.parse(sessionStorage.getItem('notebook') ?? '[]') as string[]
  let ringing = ''
  const note = (): void => {
    const stage = document.querySelector('[data-phase="ringing"]')
    const asked = stage?.querySelector('.eyebrow')?.textContent.includes('asks about') ? '?' : ''
    const caller = `${asked}${stage?.querySelector('.caller')?.textContent ?? ''}`
    if (caller === ringing) return
    ringing = caller
    if (caller !== '') sessionStorage.setItem('notebook', JSON.stringify([...read(), caller]))
  }
  new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true })
  Object.assign(window, { notebook: read })
}

export class Agent {
  private readonly rings: Map<string, number>

  constructor(
    private readonly page: Page,
    private readonly seatId: string,
    private readonly floor: Floor,
    rings: Map<string, number>,
  ) {
    this.rings = rings
  }

  /** Until the day is over and nothing is left to do here. */
  async work(): Promise<void> {
    for (;;) {
      const seen = await this.page.evaluate(look)
      // What a page has said last is at the centre when the centre says that it is written up.
      if (seen.phase === 'idle' && this.floor.isOver() && !seen.someWriteUp) return this.noteTheBrief()
      await this.act(seen)
      await pause(LOOK_MS)
    }
  }

  /** Rings that were over before anybody looked: their customers are gone. */
  private async noteTheBrief(): Promise<void> {
    const rings = await this.page.evaluate(() => (window as unknown as WithNotebook).notebook())
    for (const ring of new Set(rings)) {
      const [caller, asked] = [ring.replace('?', ''), ring.startsWith('?')]
      const isHere = (part: Part): boolean =>
        part.caller === caller && part.seatId === this.seatId && part.asked === asked
      const unseen = rings.filter((each) => each === ring).length - this.floor.parts.filter(isHere).length
      for (let count = 0; count < unseen; count += 1) this.floor.parts.push(brief(caller, this.seatId, asked))
    }
  }

  private async act({ phase, caller, isOnline, text }: Seen): Promise<void> {
    if (phase === 'ringing' && text.includes('asks about a call')) await this.advise(caller)
    else if (phase === 'ringing') await this.ring(caller)
    else if (phase === 'wrapUp') await this.writeUp(caller)
    else if (['missed', 'advised', 'ended'].includes(phase)) await this.press('dismiss')
    else if (phase === 'idle' && !isOnline) await this.press('online')
  }

  /** A button may go away in the very moment: then nothing is pressed, and the page says what came instead. */
  private press(what: string): Promise<void> {
    return this.pressFirst(`[data-do="${what}"]`)
  }

  /** Of this caller, and not of one who has come meanwhile. */
  private pressFor(what: string, caller: string): Promise<void> {
    return this.page.evaluate(
      ([name, who]) => {
        const stage = document.querySelector('[data-phase]')
        if (stage?.querySelector('.caller')?.textContent === who)
          stage.querySelector<HTMLElement>(`[data-do="${name}"]`)?.click()
      },
      [what, caller] as const,
    )
  }

  private pressFirst(selector: string): Promise<void> {
    return this.page.evaluate((of) => {
      document.querySelector<HTMLElement>(of)?.click()
    }, selector)
  }

  /** What is seen when it is no longer this phase with this caller. */
  private async after(phase: string, caller: string, pressing = ''): Promise<Seen> {
    const begunAt = Date.now()
    for (;;) {
      const seen = await this.page.evaluate(look)
      if (seen.phase !== phase || (seen.caller !== '' && seen.caller !== caller)) return seen
      // In the moment in which a call takes the place of another nothing that is pressed counts.
      if (pressing !== '') await this.pressFor(pressing, caller)
      if (Date.now() - begunAt > GIVES_UP_MS) throw new Error(`${this.seatId} was left in ${phase} with ${caller}`)
      await pause(LOOK_MS)
    }
  }

  private async ring(caller: string): Promise<void> {
    const deed = this.deedOf(caller)
    const at = this.floor.parts.push(brief(caller, this.seatId)) - 1
    const seen = await this.after('ringing', caller, pressed[deed] ?? 'answer')
    const part =
      seen.phase === 'talking' ? await this.talk(this.floor.customerOf(caller), caller, deed) : this.notTalking(seen)
    this.floor.parts[at] = { ...brief(caller, this.seatId), ...part }
  }

  /** The script has one for each time that a call rings. */
  private deedOf(caller: string): AgentDeed {
    const { agents, does } = this.floor.customerOf(caller)
    const count = this.rings.get(caller) ?? 0
    this.rings.set(caller, count + 1)
    return agents[count] ?? (does === 'talks' ? 'talk' : 'hangUp')
  }

  private notTalking({ phase, text }: Seen): Pick<Part, 'outcome'> {
    // A customer who left in the very moment of the answer was talked to.
    if (phase === 'ended' || phase === 'wrapUp') return { outcome: 'talked' }
    if (text.includes('Call declined')) return { outcome: 'declined' }
    return { outcome: text.includes('Not answered in time') ? 'missed' : 'abandoned' }
  }

  private async talk(customer: Customer, caller: string, deed: AgentDeed): Promise<Partial<Part>> {
    const notes = customer.notes === '' ? '' : `${customer.notes} ${this.seatId}`
    if (notes !== '') await this.page.locator('[data-do="notes"]').fill(notes)
    if (customer.disposition !== '')
      await this.page.locator('[data-do="disposition"]').selectOption(customer.disposition)
    if (customer.mishap === 'unplugged') await this.unplug()
    if (customer.mishap === 'reloaded') await this.reload()
    if (deed !== 'talk' || customer.does === 'staysOnTheLine') await pause(TALK_MS)
    if (deed === 'askBack' || deed === 'askOver') await this.ask(deed, caller)
    if (deed === 'toSeat' || deed === 'toQueue') await this.giveAway(deed)
    else if (deed !== 'talk' || customer.does === 'staysOnTheLine') await this.press('hang-up')
    await this.after('talking', caller)
    const { text } = await this.afterwards()
    const outcome = text.includes('Call passed on') ? 'transferred' : 'talked'
    return { outcome, notes, disposition: customer.disposition }
  }

  /** The page says "you hung up" until the centre has heard it. */
  private async afterwards(): Promise<Seen> {
    await this.page.locator('[data-phase="wrapUp"]').waitFor({ timeout: GIVES_UP_MS })
    return this.page.evaluate(look)
  }

  /** To the first that is free, or else to the queue. */
  private async giveAway(deed: 'toSeat' | 'toQueue'): Promise<void> {
    await this.press('transfer')
    if (deed === 'toSeat') await this.pressFirst('[data-do^="transfer-1"]:enabled')
    const { phase, text } = await this.page.evaluate(look)
    if (phase === 'talking' && text.includes('Back to the queue')) await this.press('transfer-queue')
    // A seat that was free has a call by now: then the talk is here to its end.
    await this.page
      .locator('[data-phase="talking"]')
      .waitFor({ state: 'detached', timeout: 1_000 })
      .catch(() => this.press('hang-up'))
  }

  /** The first colleague who is free, and what comes of it; when nobody is, or comes, the agent goes on alone. */
  private async ask(deed: 'askBack' | 'askOver', caller: string): Promise<void> {
    await this.press('consult')
    await this.pressFirst('[data-do^="consult-1"]:enabled')
    let isOver = false
    for (const begunAt = Date.now(); Date.now() - begunAt < GIVES_UP_MS;) {
      await pause(LOOK_MS)
      const { phase, caller: now, buttons, text } = await this.page.evaluate(look)
      if (phase !== 'talking' || now !== caller) return
      if (buttons.includes('handOver') && !isOver) {
        isOver = true
        await pause(TALK_MS)
        await this.press(deed === 'askOver' ? 'handOver' : 'goBack')
      }
      // Alone again: nobody was free, nobody has come, or the agent went back. Who is still on hold is talked to.
      if (!buttons.includes('consult')) continue
      return text.includes('On hold') ? this.press('hold') : undefined
    }
  }

  /** A colleague asks: to the end of it, or to the end of the call when it is handed over. */
  private async advise(caller: string): Promise<void> {
    const at = this.floor.parts.push(brief(caller, this.seatId, true)) - 1
    const seen = await this.after('ringing', caller, 'answer')
    const isLate = seen.text.includes('Not answered in time')
    const outcome = seen.phase === 'talking' ? await this.advised(caller) : isLate ? 'missed' : 'calledOff'
    this.floor.parts[at] = { ...brief(caller, this.seatId, true), outcome }
  }

  private async advised(caller: string): Promise<PartOutcome> {
    for (const begunAt = Date.now(); Date.now() - begunAt < GIVES_UP_MS;) {
      await pause(LOOK_MS)
      const seen = await this.page.evaluate(look)
      if (seen.phase === 'wrapUp') return 'talked'
      if (seen.phase !== 'talking' || seen.caller !== caller) return 'advised'
      if (seen.buttons.includes('hang-up')) await this.press('hang-up')
    }
    throw new Error(`${this.seatId} was left advising on ${caller}`)
  }

  private async unplug(): Promise<void> {
    await pullHeadset(this.page, 'nothing')
    await this.page.locator('[data-do="try-devices"]').waitFor({ timeout: 2_000 })
    await putHeadsetBack(this.page)
    await this.page.locator('[data-do="try-devices"]').waitFor({ state: 'detached', timeout: 2_000 })
  }

  private async reload(): Promise<void> {
    await this.page.reload()
    await this.page.locator('[data-phase="talking"]').waitFor({ timeout: 3_000 })
  }

  private async writeUp(caller: string): Promise<void> {
    const { doneEarly } = this.floor.customerOf(caller)
    if (doneEarly) await this.press('wrap-up-done')
    await this.after('wrapUp', caller)
  }
}
