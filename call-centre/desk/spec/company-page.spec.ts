import { BehaviorSubject } from 'rxjs'
import { findAll } from '../shared/h'
import { companyAddress, companyMessages } from '../workstation/company-page'
import { workstationView } from '../workstation/view'
import type { WorkstationEvent } from '../workstation/events'
import { after, anew, atDesk, inRinging, inTalk, incoming, lin, signedIn } from './scene'

const companyPage = {
  address: 'https://crm.example/who/{caller}?tel={phoneNumber}&by={seatId}&call={sessionId}',
  origins: ['https://login.example'],
}
const withPage: WorkstationEvent = { ...signedIn, choices: { ...signedIn.choices, companyPage } }
const seated: readonly WorkstationEvent[] = [...atDesk.slice(0, 2), anew, withPage]
const framesIn = (...events: readonly WorkstationEvent[]) =>
  findAll(
    workstationView(after(...events), 0, () => undefined),
    'class',
    'company-page',
  )

describe('the company’s own page', () => {
  it('is opened with what is known of the call, escaped, and nothing in place of what is not', () => {
    const caller = { ...incoming, caller: '../x?a=1&b#c', phoneNumber: undefined }
    expect(companyAddress(companyPage.address, caller, '1001')).toBe(
      'https://crm.example/who/..%2Fx%3Fa%3D1%26b%23c?tel=&by=1001&call=s1',
    )
  })

  it('stands beside the call from its ring on, as one frame, and is gone with it', () => {
    const [ringing, talking] = [framesIn(...seated, incoming), framesIn(...seated, ...inTalk.slice(-3))]
    expect([ringing.length, talking.length]).toEqual([1, 1])
    expect(ringing[0]?.key).toBe(talking[0]?.key)
    expect(framesIn(...seated)).toEqual([])
    expect(framesIn(...inRinging)).toEqual([])
  })

  it('runs in a sandbox that leaves the desk alone: no way to the top, no microphone, no referrer', () => {
    const props = framesIn(...seated, incoming)[0]?.props ?? {}
    expect(props['sandbox']).toContain('allow-scripts allow-same-origin allow-forms')
    expect(props['sandbox']).not.toContain('top-navigation')
    expect(props).toMatchObject({ allow: '', referrerpolicy: 'no-referrer' })
  })
})

describe('messages to the company’s page', () => {
  const frame = { postMessage: (message: unknown, origin: string) => heard.push([message, origin]) }
  const heard: [message: unknown, origin: string][] = []
  const page = new EventTarget()
  const ready = { type: 'tccc/ready' }

  const says = (origin: string, data: unknown, source: object = frame): void => {
    page.dispatchEvent(Object.assign(new Event('message'), { origin, data, source }))
  }

  it.each<{ readonly origin: string; readonly data: unknown; readonly source: object }>([
    { origin: 'https://evil.example', data: ready, source: frame },
    { origin: 'https://crm.example', data: ready, source: {} },
    { origin: 'https://crm.example', data: 'ready', source: frame },
  ])('none to a page of another origin, of another window, or that does not ask: $origin $data', (said) => {
    heard.length = 0
    const running = companyMessages(page, () => frame, new BehaviorSubject(after(...seated, incoming))).subscribe()
    says(said.origin, said.data, said.source)
    running.unsubscribe()
    expect(heard).toEqual([])
  })

  it('one for each change of the call, from when the page asks, to the origin that asked', () => {
    heard.length = 0
    const state$ = new BehaviorSubject(after(...seated, incoming))
    const running = companyMessages(page, () => frame, state$).subscribe()
    expect(heard).toEqual([])
    says('https://login.example', ready)
    state$.next(after(...seated, ...inTalk.slice(-3)))
    state$.next(after(...seated, ...inTalk.slice(-3), { type: 'click/mute' }))
    state$.next(after(...seated))
    running.unsubscribe()
    const call = { sessionId: 's1', caller: 'Wang', channel: 'Sales', media: 'audio', ivrPath: incoming.ivrPath }
    const told = (of: object | null) => [{ type: 'tccc/call', call: of, seatId: lin.seatId }, 'https://login.example']
    expect(heard).toEqual([told({ ...call, phase: 'ringing' }), told({ ...call, phase: 'talking' }), told(null)])
  })
})
