/** A day at the call centre: three agents in browsers, customers by a seed, and what everybody says of it afterwards. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { checkConfig } from '../../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../../call-centre/server/create-call-centre'
import type { Board, CallPage, CallStory } from '../../../call-centre/server/history-messages'
import { userIdOf } from '../../../call-centre/server/login/user-id'
import { type Clock, systemClock } from '../../../call-centre/server/sessions/clock'
import { cookieBy } from '../../../call-centre/self-check/node-client'
import { CONFIG } from '../config'
import { plug } from '../headset'
import { launch, recordsOf, Seat, signIn, STATIC_ROOTS, voicePath } from '../stage'
import { Agent, notebook, type Part } from './agent'
import type { Told } from './agreement'
import { callOf, type CustomerEnd } from './phone'
import { type Customer, dayOf } from './script'

const AGENTS = [
  { accountId: '1001', name: 'Lin', role: 'seat' },
  { accountId: '1002', name: 'Fang', role: 'seat' },
  { accountId: '1003', name: 'Mei', role: 'seat' },
] as const

const SUPERVISOR = { accountId: '9001', name: 'Chen', role: 'supervisor' } as const

/** A day in a minute: all limits are short. */
const DAY = {
  ringTimeoutMs: 2_500,
  supervision: { answerWithinMs: 2_000, shortAbandonMs: 800 },
  workstation: { ...CONFIG.workstation, wrapUpMs: 3_000 },
}

/** The day begins at noon, so that no midnight parts it: the report is of one date. */
const fromNoon = (): Clock => {
  const clock = systemClock()
  const aheadMs = new Date().setHours(12, 0, 0, 0) - clock.date()
  return { ...clock, date: () => clock.date() + aheadMs }
}

const deskOf = async (browser: Browser, centre: CallCentre, who: (typeof AGENTS)[number]): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await signIn(context, centre, who)
  await context.addInitScript(plug)
  await context.addInitScript(notebook)
  const seat = await Seat.at(context, centre.url)
  await seat.press('sign-in')
  await seat.sees('idle')
  return seat.page
}

const boardOf = async (browser: Browser, centre: CallCentre): Promise<readonly string[]> => {
  const context = await browser.newContext()
  await signIn(context, centre, SUPERVISOR)
  const page = await context.newPage()
  await page.goto(`${centre.url}/operator/?lang=en`)
  await page.locator('.figures').waitFor()
  return page.locator('.figures dd').allInnerTexts()
}

/** What a supervisor reads over HTTP. */
const readBy = async (centre: CallCentre): Promise<Pick<Told, 'stories' | 'records' | 'board'>> => {
  const headers = { cookie: await cookieBy(centre.signInLink(SUPERVISOR)) }
  const read = async <Body>(path: string): Promise<Body> => {
    const response = await fetch(`${centre.url}${path}`, { headers })
    return (await response.json()) as Body
  }
  const stories: CallStory[] = []
  for (let more = true; more;) {
    const before = stories.at(-1)
    const page = await read<CallPage>(`/api/calls${before === undefined ? '' : `?before=${before.sessionId}`}`)
    stories.push(...page.calls)
    more = page.more
  }
  return { stories, records: await recordsOf(centre), board: await read<Board>('/api/report') }
}

interface Call {
  readonly customer: Customer
  readonly caller: string
  readonly end: CustomerEnd
}

const customersCall = async (day: readonly Customer[], centre: CallCentre): Promise<readonly Call[]> => {
  const calls: Promise<Call>[] = []
  for (const customer of day) {
    if (customer.comesWhenAllIsQuiet) await Promise.all(calls)
    await pause(customer.comesAfterMs)
    const caller = userIdOf(customer.name)
    calls.push(callOf(customer, centre.url, CONFIG.sdkAppId).then((end) => ({ customer, caller, end })))
  }
  return Promise.all(calls)
}

export const playDay = async (seed: number, count: number): Promise<Told> => {
  const centre = await createCallCentre(checkConfig({ ...CONFIG, ...DAY }), {
    staticRoots: STATIC_ROOTS,
    clock: fromNoon(),
  })
  const browser = await launch(voicePath('seat'))
  try {
    const day = dayOf(seed, count)
    const byCaller = new Map(day.map((customer) => [userIdOf(customer.name), customer]))
    const parts: Part[] = []
    let isOver = false
    const customerOf = (caller: string): Customer => {
      const customer = byCaller.get(caller)
      if (customer === undefined) throw new Error(`nobody is ${caller}`)
      return customer
    }
    const [floor, rings] = [{ customerOf, parts, isOver: () => isOver }, new Map<string, number>()]
    const desks = await Promise.all(AGENTS.map((who) => deskOf(browser, centre, who)))
    const agents = desks.map((page, index) => new Agent(page, AGENTS[index]?.accountId ?? '', floor, rings))
    const working = Promise.all(agents.map((agent) => agent.work()))
    // An agent who cannot go on ends the day.
    const customers = await Promise.race([customersCall(day, centre), working.then(() => [])])
    isOver = true
    await working
    return { customers, parts, ...(await readBy(centre)), shown: await boardOf(browser, centre) }
  } finally {
    await browser.close()
    await centre.close({ spreadMs: 0 })
  }
}
