/** A call centre whose one seat talks, and customers who wait, leave and are called; WeChat as the centre sees it. */
import type { CentreConfig, MessageKind } from '../server/config/centre-config'
import type { Message, MessageResult } from '../server/messages/message'
import type { Messages } from '../server/messages/messages'
import { createShelf, type NotedShelf } from '../server/state/shelf'
import { floorPlan, type FloorPlan, type TestCustomer } from './floor-plan'
import { testConfig } from './test-config'
import { createVirtualClock } from './virtual-clock'

export const waiting = { offerAboveMs: 120_000, callAtPlace: 1, backWithinMs: 300_000, keptForMs: 3_600_000 }
const template = { templateId: 'T1', data: { thing1: '{channel}' } }
export const patient = testConfig({
  expectedTalkMs: 90_000,
  callAgain: { brokenWithinMs: 300_000, expectedForMs: 1_800_000 },
  wechat: { appId: 'wx4f4bc4dec97d474b', apiUrl: 'http://127.0.0.1:1' },
  messages: { opens: 'formal', turn: template, reminder: template },
})

/** WeChat, as the centre sees it. */
export const fakeMessages = () => {
  const allowed = new Map<string, number>()
  const sent: Message[] = []
  const underway = new Set<string>()
  const dropped: string[] = []
  let tell: (id: string, result: MessageResult) => void = () => undefined
  const key = (userId: string, kind: MessageKind) => `${userId} ${kind}`
  const templates = { turn: 'T1', reminder: 'R1' }
  const messages: Messages = {
    templates,
    allow(userId, ids) {
      for (const [kind, id] of Object.entries(templates)) {
        const name = key(userId, kind as MessageKind)
        if (ids.includes(id)) allowed.set(name, (allowed.get(name) ?? 0) + 1)
      }
    },
    knows: (userId) => userId !== 'nobody',
    mayReach: (userId, kind) => (allowed.get(key(userId, kind)) ?? 0) > 0,
    send(message) {
      const name = key(message.userId, message.kind)
      if ((allowed.get(name) ?? 0) === 0) return false
      allowed.set(name, (allowed.get(name) ?? 0) - 1)
      sent.push(message)
      underway.add(message.id)
      return true
    },
    drop(id) {
      dropped.push(id)
      return underway.delete(id)
    },
    of: () => [],
    onTold(listen) {
      tell = listen
    },
  }
  return {
    messages,
    sent,
    dropped,
    told: (id: string, result: MessageResult) => {
      underway.delete(id)
      tell(id, result)
    },
  }
}

export interface Guest extends TestCustomer {
  readonly name: string
  says(body: object): void
  hears(): readonly object[]
}

export interface House extends FloorPlan {
  readonly sent: readonly Message[]
  readonly dropped: readonly string[]
  readonly allow: Messages['allow']
  guest(name: string): Guest
  /** The latest message was sent, or not. */
  told(result: MessageResult): void
}

export const house = (
  more: object = {},
  shelf = createShelf([]),
  config: Partial<CentreConfig> = {},
  clock = createVirtualClock(),
): House => {
  const fake = fakeMessages()
  const rules = { ...patient, ...config, waiting: { ...waiting, ...more } }
  const plan = floorPlan(rules, shelf, {}, [], fake.messages, clock)
  fake.messages.onTold(plan.centre.messageTold)
  return {
    ...{ ...plan, sent: fake.sent, dropped: fake.dropped, allow: fake.messages.allow },
    told(result) {
      fake.told(fake.sent.at(-1)?.id ?? '', result)
    },
    guest(name) {
      const who = plan.customer(name)
      const sessionOf = (): string => {
        const started = who.heard.findLast((told) => told.type === 'call/started')
        return started?.type === 'call/started' ? started.sessionId : ''
      }
      return {
        ...{ ...who, name },
        says(body) {
          const aside = {
            type: 'call/aside',
            sessionId: sessionOf(),
            about: 'waiting',
            body: JSON.stringify(body),
          } as const
          plan.centre.customer({ linkId: who.linkId, userId: name }, aside)
        },
        hears: () => who.heard.flatMap((told) => (told.type === 'call/aside' ? [JSON.parse(told.body) as object] : [])),
      }
    },
  }
}

export const offered = { offer: { turn: 'T1', reminder: 'R1', backWithinMs: 300_000 } }
export const leaves = { leave: true, allowed: ['T1'] }

/** One seat, which talks; `first` waits next, and ann behind: three minutes, as it looks. */
export const full = (more: object = {}, shelf = createShelf([])) => {
  const plan = house(more, shelf)
  const lin = plan.seat('1')
  const [bob, first, ann] = [plan.guest('bob'), plan.guest('first'), plan.guest('ann')]
  lin.does({ type: 'seat/answer', sessionId: bob.start('direct') })
  first.start('direct')
  ann.start('direct')
  return { ...plan, lin, bob, first, ann }
}

/** Ann has left, and keeps the second place. */
export const left = (more: object = {}, shelf = createShelf([]), allowed: readonly string[] = ['T1']) => {
  const scene = full(more, shelf)
  scene.ann.says({})
  scene.ann.says({ leave: true, allowed })
  return scene
}

/** It is ann's turn: the one before her is gone. */
export const called = (more: object = {}, shelf = createShelf([]), allowed: readonly string[] = ['T1']) => {
  const scene = left(more, shelf, allowed)
  scene.first.hangUp()
  scene.told('sent')
  return scene
}

/** So many have left, and keep their places. */
export const manyAway = (count: number) => {
  const scene = full()
  scene.ann.hangUp()
  for (let each = 0; each < count; each += 1) {
    const guest = scene.guest(`g${each}`)
    guest.start('direct')
    guest.says({})
    guest.says(leaves)
  }
  return scene
}

/** Another process goes on with what is kept, at the moment at which the one before ended. */
export const takenOver = (shelf: NotedShelf, before: FloorPlan): House => {
  shelf.take()
  return house({}, shelf, {}, createVirtualClock(before.clock.now()))
}

export const placeOf = ({ centre }: FloorPlan) => centre.state().places[0]
export const lastWords = (who: TestCustomer) => who.words().split(' ').slice(-2).join(' ')
