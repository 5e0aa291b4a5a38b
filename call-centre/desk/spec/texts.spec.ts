import { findAll, textOf } from '../shared/h'
import { commandsFor } from '../workstation/outbox'
import { reduce } from '../workstation/reduce'
import type { Click, WorkstationEvent } from '../workstation/events'
import { workstationView } from '../workstation/view'
import { after, inTalk, lost } from './scene'

const on = { type: 'seat/textOn', sessionId: 's1' } as const
const hello = {
  type: 'seat/text',
  sessionId: 's1',
  textId: 't1',
  by: 'customer',
  text: 'See https://a.example/x',
  at: 0,
} as const
const draft = { type: 'click/draft', draft: 'Which one?' } as const
const send = { type: 'click/sendText', textId: 's1' } as const

const ignore = (): void => undefined
const show = (...events: readonly WorkstationEvent[]) => workstationView(after(...events), 9_000, ignore)
const said = (events: readonly WorkstationEvent[], event: WorkstationEvent) => {
  const from = after(...events)
  return commandsFor({ from, event, to: reduce(from, event, 9_000) })
}
const field = (...events: readonly WorkstationEvent[]) => findAll(show(...events), 'data-do', 'text')[0]

describe('text beside the voice', () => {
  it('is offered only when the page of the customer shows it', () => {
    expect(field(...inTalk)).toBeUndefined()
    expect(field(...inTalk, on)?.props['disabled']).toBe(false)
    expect(field(...inTalk, on, lost)?.props['disabled']).toBe(true)
  })

  it('shows what was written, a link that does nothing before it is clicked', () => {
    const view = show(...inTalk, on, hello)
    expect(textOf(view)).toContain('See')
    const [link] = findAll(view, 'href', 'https://a.example/x')
    expect(link?.props).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' })
  })

  it('says that it was delivered, and, when the agent goes there, that it was read, once', () => {
    expect(said([...inTalk, on], hello)).toEqual([
      { type: 'seat/textSeen', sessionId: 's1', textId: 't1', seen: 'delivered' },
    ])
    const read = { type: 'click/readTexts' } as const
    expect(said([...inTalk, on, hello], read)).toEqual([
      { type: 'seat/textSeen', sessionId: 's1', textId: 't1', seen: 'read' },
    ])
    expect(said([...inTalk, on, hello, read], read)).toEqual([])
  })

  it('goes out when the centre hears it, and stays in its field otherwise', () => {
    expect(said([...inTalk, on, draft], send)).toEqual([
      { type: 'seat/text', sessionId: 's1', textId: 's1', text: 'Which one?' },
    ])
    expect(after(...inTalk, on, draft, send).texts?.draft).toBe('')
    expect(said([...inTalk, on, draft, lost], send)).toEqual([])
    expect(after(...inTalk, on, draft, lost, send).texts?.draft).toBe('Which one?')
  })

  it('told again is the same text, and is marked as the customer sees it', () => {
    const own = { ...hello, textId: 's1', by: 'seat', name: 'Lin' } as const
    const read = { type: 'seat/textSeen', sessionId: 's1', textId: 's1', seen: 'read' } as const
    const { texts } = after(...inTalk, on, own, own, read)
    expect(texts?.lines).toMatchObject([{ textId: 's1', seen: 'read' }])
    expect(textOf(show(...inTalk, on, own, read))).toContain('read')
  })

  it('too long for the centre is not sent', () => {
    const clicks: Click[] = []
    const state = after(...inTalk, on, { type: 'click/draft', draft: '字'.repeat(342) })
    const [button] = findAll(
      workstationView(state, 9_000, (click) => clicks.push(click)),
      'data-do',
      'send-text',
    )
    expect(button?.props['disabled']).toBe(true)
  })
})
