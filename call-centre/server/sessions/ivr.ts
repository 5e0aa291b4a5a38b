import type { Menu } from '../config/centre-config'
import { endAndTell } from './ending'
import { arm, enqueue, enter, type Floor } from './floor'
import type { Session } from './session'
import { seatsWith } from './telling'

/** Reads a menu to the customer and waits for a key. */
export function greet(floor: Floor, session: Session, menu: Menu): void {
  if (session.stage.phase === 'ivr' && session.stage.menu !== menu) enter(floor, session, { phase: 'ivr', menu })
  waitForKey(floor, session, floor.config.ivrTimeoutMs)
  readMenu(floor, session, menu)
}

export function readMenu(floor: Floor, session: Session, menu: Menu): void {
  floor.out.toCustomer(session.linkId, {
    type: 'call/ivr',
    sessionId: session.sessionId,
    prompt: menu.prompt,
    keys: menu.keys.map(({ key, label }) => ({ key, label })),
    path: session.ivrPath,
  })
}

/** The call ends when no key is pressed within `patienceMs`. */
export function waitForKey(floor: Floor, session: Session, patienceMs: number): void {
  arm(floor, session, patienceMs, () => {
    endAndTell(floor, session, { closeBy: 'admin', endStatus: 'ivrEnd', reason: 'no key was pressed' })
  })
}

/** Keys pressed by the customer: the menu takes them one by one; a seat that talks sees them. */
export function press(floor: Floor, session: Session, digits: string): void {
  if (session.stage.phase === 'talking') {
    const { sessionId } = session
    for (const seatId of seatsWith(session)) floor.out.toSeat(seatId, { type: 'seat/digits', sessionId, digits })
    return
  }
  for (const digit of digits) pressOne(floor, session, digit)
}

function pressOne(floor: Floor, session: Session, digit: string): void {
  const menu = session.stage.phase === 'ivr' ? session.stage.menu : undefined
  if (!menu) return
  const choice = menu.keys.find(({ key }) => key === digit)
  if (!choice) {
    greet(floor, session, menu)
    return
  }
  session.ivrPath = [...session.ivrPath, { key: choice.key, label: choice.label }]
  if (choice.then === 'queue') {
    session.group = choice.group ?? session.group
    enqueue(floor, session)
  } else if (choice.then === 'end') endAndTell(floor, session, { closeBy: 'admin', endStatus: 'ivrEnd' })
  else greet(floor, session, choice.then)
}
