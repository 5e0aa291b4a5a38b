/** @jest-environment jsdom */
import { paint } from '../shared/paint'
import { actOf, pressedBy } from '../workstation/keys'
import { reduce } from '../workstation/reduce'
import type { Click, WorkstationEvent } from '../workstation/events'
import { workstationView } from '../workstation/view'
import { after, atDesk, incoming } from './scene'

/** The page of an agent, and what Enter does there, pressed where the focus is. */
const desk = () => {
  let state = after(...atDesk)
  const happens = (event: WorkstationEvent): void => {
    state = reduce(state, event, 5_000)
    paint(document.body, workstationView(state, 5_000, happens))
  }
  const focusOn = (name: string): void => document.querySelector<HTMLElement>(`[data-do="${name}"]`)?.focus()
  const clicks = (name: string): void => {
    focusOn(name)
    document.querySelector<HTMLElement>(`[data-do="${name}"]`)?.click()
  }
  const enters = (): Click | 'notes' | null => {
    let act: Click | 'notes' | null = null
    document.body.onkeydown = (event) => {
      act = actOf(pressedBy(event), state)
    }
    const enter = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true })
    document.activeElement?.dispatchEvent(enter)
    return act
  }
  happens({ type: 'ring/audible', audible: true })
  return { happens, focusOn, clicks, enters, shows: () => document.body.textContent }
}

describe('the key Enter at the desk', () => {
  it('answers a call that rings while the focus is on the status that was chosen last', () => {
    const { happens, clicks, enters, shows } = desk()
    clicks('busy')
    clicks('online')
    happens(incoming)
    expect(document.activeElement?.getAttribute('data-do')).toBe('online')
    expect(shows()).toContain('Enter answers.')
    expect(enters()).toEqual({ type: 'click/answer', sessionId: 's1' })
  })

  it('is left to a button of the ringing card, and does nothing while nothing rings', () => {
    const { happens, focusOn, enters } = desk()
    focusOn('online')
    expect(enters()).toBeNull()
    happens(incoming)
    focusOn('decline')
    expect(enters()).toBeNull()
  })
})
