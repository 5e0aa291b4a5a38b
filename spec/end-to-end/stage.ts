/** A phone, a workstation and an operator page in real browsers, around a call centre of their own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import type { NewStaff } from '../../call-centre/server/accounts/way-in'
import type { MediaConfig } from '../../call-centre/server/config/media-config'
import type { CentreConfig } from '../../call-centre/server/config/centre-config'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, type CallCentreOptions, createCallCentre } from '../../call-centre/server/create-call-centre'
import { cookieBy } from '../../call-centre/self-check/node-client'
import { browserPath, flags } from './browser'
import { CONFIG } from './config'

const folder = (name: string) => join(__dirname, '../../call-centre/dist', name)
export const voicePath = (name: 'customer' | 'seat') => join(__dirname, 'voices', `${name}.wav`)

interface WithPhone {
  readonly phone: { audit(): Readonly<Record<string, number>>; closePage(): void }
}

interface WithWorkstation {
  readonly workstation: { audit(): Readonly<Record<string, number>> }
}

export type Phase = 'idle' | 'dialling' | 'ivr' | 'waiting' | 'ringing' | 'talking' | 'ended'

type ConfigChanges = Partial<Omit<CentreConfig, 'media'>> & { readonly media?: Partial<MediaConfig> }

export interface StageOptions extends Pick<CallCentreOptions, 'stateFolder' | 'secrets'> {
  /** What is other than in the bundled configuration. */
  readonly config?: ConfigChanges
  /** Gives the address under which the phone finds the centre. Default: its own. */
  readonly roadTo?: (centre: CallCentre) => Promise<string>
  /** What the address of the phone says beside its language, as `page=…&channelId=…`. Default: nothing. */
  readonly phoneQuery?: string
}

export interface Stage {
  readonly centre: CallCentre
  readonly phone: Phone
  readonly seat: Seat
  readonly operator: Page
  /** Stops the call centre and starts another on the same port; the state folder is all that is left of it. */
  restart(changes?: ConfigChanges): Promise<void>
  close(): Promise<void>
}

/** What the call centre serves of the build. */
export const STATIC_ROOTS = {
  '/phone/': folder('phone'),
  '/sign-in/': folder('sign-in'),
  '/accounts/': folder('accounts'),
  '/workstation/': folder('workstation'),
  '/operator/': folder('operator'),
  '/history/': folder('history'),
  '/inspector/': folder('inspector'),
}

/** The microphone of a browser hears one file, so each end has a browser of its own. */
export const launch = async (microphone = voicePath('customer')): Promise<Browser> =>
  chromium.launch({
    executablePath: await browserPath(),
    args: [...flags, `--use-file-for-fake-audio-capture=${microphone}`],
  })

/** The key of the menu in the bundled configuration. */
export const SALES = '1 售前咨询 Sales'

/** The customer's phone, in phone size. */
export class Phone {
  private constructor(
    readonly page: Page,
    private readonly screen: Frame,
  ) {}

  static async open(context: BrowserContext, url: string, language = 'en', query = ''): Promise<Phone> {
    const page = await context.newPage()
    await page.goto(`${url}/phone/?lang=${language}&raw-audio&${query}`)
    return Phone.on(page)
  }

  private static async on(page: Page): Promise<Phone> {
    await page.waitForFunction(() => 'phone' in window)
    const screen = page.frames().find((frame) => frame.url().includes('screen.html'))
    if (screen === undefined) throw new Error('the phone has no screen')
    return new Phone(page, screen)
  }

  /** The same customer opens the mini program anew. */
  async reload(): Promise<Phone> {
    await this.page.reload()
    return Phone.on(this.page)
  }

  async press(label: string): Promise<void> {
    await this.screen.locator(`[aria-label="${label}"]`).first().click()
  }

  /** Taps what shows this text. */
  async tap(text: string): Promise<void> {
    await this.screen.getByText(text, { exact: true }).click()
  }

  async sees(phase: Phase): Promise<void> {
    await this.screen.locator(`.call-${phase}`).waitFor({ timeout: 10_000 })
  }

  /** The log-in that begins with the page is through. */
  async isLoggedIn(): Promise<void> {
    await this.screen.waitForFunction(() =>
      Object.keys(sessionStorage).some((key) => key.endsWith('tccc-wx-sdk/ticket')),
    )
  }

  async call(): Promise<void> {
    await this.isLoggedIn()
    await this.screen.locator('.main-disc-green').click()
  }

  audit(): Promise<Readonly<Record<string, number>>> {
    return this.run(() => (window as unknown as WithPhone).phone.audit())
  }

  closePage(): Promise<void> {
    return this.run(() => {
      ;(window as unknown as WithPhone).phone.closePage()
    })
  }

  text(): Promise<string> {
    return this.screen.locator('body').innerText()
  }

  /** Runs inside the screen, where `phone` is. */
  run<Result, Argument = undefined>(task: (argument: Argument) => Result | Promise<Result>, argument?: Argument) {
    return this.screen.evaluate<Result, never>(task as never, argument as never)
  }
}

/** Where a page is opened, and who may. */
export type Place = Pick<CallCentre, 'url' | 'signInLink'>

/** Who sits at seat 1001 and may watch besides. */
export const LIN: NewStaff = { accountId: '1001', name: 'Lin', role: 'supervisor' }

/** Signs all pages of a browser's profile in. */
export const signIn = async ({ request }: BrowserContext, { url, signInLink }: Place, who = LIN): Promise<void> => {
  const code = new URL(signInLink(who)).hash.slice(1)
  const answer = await request.post(`${url}/api/sign-in/link`, { data: { code } })
  if (!answer.ok()) throw new Error(`the sign-in was answered with ${String(answer.status())}`)
}

/** The agent's workstation, signed in. */
export class Seat {
  private constructor(readonly page: Page) {}

  /** At its desk, ready for calls. */
  static async open(context: BrowserContext, place: Place, language = 'en', who = LIN): Promise<Seat> {
    await signIn(context, place, who)
    const seat = await Seat.at(context, place.url, language)
    await seat.press('sign-in')
    await seat.sees('idle')
    return seat
  }

  /** The card that asks whether to start work; somebody is signed in. */
  static async at(context: BrowserContext, url: string, language = 'en'): Promise<Seat> {
    const page = await context.newPage()
    // A page in a talk asks whether it may be left.
    page.on('dialog', (dialog) => void dialog.accept())
    await page.goto(`${url}/workstation/?lang=${language}&raw-audio`)
    return new Seat(page)
  }

  async press(what: string): Promise<void> {
    await this.page.locator(`[data-do="${what}"]`).first().click()
  }

  audit(): Promise<Readonly<Record<string, number>>> {
    return this.page.evaluate(() => (window as unknown as WithWorkstation).workstation.audit())
  }

  async sees(phase: 'idle' | 'ringing' | 'talking' | 'wrapUp' | 'ended' | 'missed' | 'transferred'): Promise<void> {
    await this.page.locator(`[data-phase="${phase}"]`).first().waitFor({ timeout: 10_000 })
  }
}

export const openStage = async (options: StageOptions = {}): Promise<Stage> => {
  const { roadTo = ({ url }: CallCentre) => Promise.resolve(url), stateFolder, secrets, phoneQuery } = options
  const start = (changes: ConfigChanges, port?: number) =>
    createCallCentre(checkConfig({ ...CONFIG, ...changes }), {
      staticRoots: STATIC_ROOTS,
      ...(port === undefined ? {} : { port }),
      ...(stateFolder === undefined ? {} : { stateFolder }),
      ...(secrets === undefined ? {} : { secrets }),
    })
  let centre = await start(options.config ?? {})
  const customers = await launch(voicePath('customer'))
  const agents = await launch(voicePath('seat'))
  const phoneSize = { width: 390, height: 844 }
  const pocket = await customers.newContext({ viewport: phoneSize })
  const phone = await Phone.open(pocket, await roadTo(centre), 'en', phoneQuery)
  const desk = await agents.newContext({ viewport: { width: 1280, height: 900 } })
  const seat = await Seat.open(desk, centre)
  const operator = await desk.newPage()
  await operator.goto(`${centre.url}/operator/?lang=en`)
  return {
    get centre() {
      return centre
    },
    phone,
    seat,
    operator,
    restart: async (changes = options.config ?? {}) => {
      const { port } = centre
      await centre.close({ spreadMs: 0 })
      centre = await start(changes, port)
    },
    close: async () => {
      await Promise.all([customers.close(), agents.close()])
      await centre.close({ spreadMs: 0 })
    },
  }
}

export const voiceOf = (name: 'customer' | 'seat'): string => readFileSync(voicePath(name)).toString('base64')

/** The records as a supervisor is given them. */
export const recordsOf = async ({ url, signInLink }: Place): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const cookie = await cookieBy(signInLink({ accountId: 'records', name: 'Records', role: 'supervisor' }))
  const response = await fetch(`${url}/records`, { headers: { cookie } })
  return (await response.json()) as readonly Readonly<Record<string, unknown>>[]
}
