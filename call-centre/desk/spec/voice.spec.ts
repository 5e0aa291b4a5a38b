/** What the desk shows of the voice, and what brings it back. */
import type { RoomEvent, RoomFault } from '../../media/browser/room'
import { findAll, textOf } from '../shared/h'
import type { WorkstationEvent } from '../workstation/events'
import { workstationView } from '../workstation/view'
import { workstationWords } from '../workstation/words'
import { after, inTalk, talking } from './scene'

const refused = (fault: RoomFault): RoomEvent => ({ type: 'voice/customer', voice: 'refused', stream: null, fault })

const shown = (...events: readonly WorkstationEvent[]) => {
  const view = workstationView(after(...inTalk, ...events), 60_000, () => undefined)
  const buttons = findAll(view, 'type', 'button').map(({ props }) => props['data-do'])
  return { text: textOf(view), buttons }
}

describe('the voice of a talk', () => {
  it('that is refused has a word with a remedy for each reason, in both languages, and a button', () => {
    for (const [fault, words] of Object.entries(workstationWords.en.roomFaults)) {
      const { text, buttons } = shown(refused(fault as RoomFault))
      expect(text).toContain(words)
      expect(text).not.toContain(workstationWords.en.voice.refused)
      expect(buttons).toContain('rejoin')
      expect(workstationWords.zh.roomFaults[fault as RoomFault]).toMatch(/\p{Script=Han}.*。$/u)
    }
  })

  it('is connecting again once it is asked for, and when the centre names a room anew', () => {
    const asked = after(...inTalk, refused('key'), { type: 'click/rejoin' })
    expect(asked.call).toMatchObject({ voice: 'connecting', fault: null })
    const given = { ...talking, room: { ...talking.room, userSig: 'fresh' } }
    expect(after(...inTalk, refused('key'), given).call).toMatchObject({ voice: 'connecting', fault: null })
  })

  it('that comes back by itself needs no button', () => {
    expect(shown({ type: 'voice/customer', voice: 'lost' }).buttons).not.toContain('rejoin')
    const { text } = shown(refused('gone'), { type: 'voice/customer', voice: 'flowing' })
    expect(text).not.toContain(workstationWords.en.roomFaults.gone)
  })

  it('that is lost says why until it is back, whatever else is told of the loss', () => {
    const lost = { type: 'voice/customer', voice: 'lost' } as const
    const noWay = shown({ ...lost, fault: 'firewall' }, { ...lost, stream: null })
    expect(noWay.text).toContain(workstationWords.en.roomFaults.firewall)
    expect(shown({ ...lost, fault: 'firewall' }, { ...lost, voice: 'flowing' }).text).toBe(
      shown({ ...lost, voice: 'flowing' }).text,
    )
  })

  it('that the browser does not play says so, with one button, until it is heard', () => {
    const blocked = { type: 'voice/blocked', blocked: true } as const
    expect(shown(blocked).text).toContain(workstationWords.en.soundBlocked)
    expect(shown(blocked).buttons).toContain('sound-on')
    expect(shown(blocked, { type: 'voice/blocked', blocked: false }).buttons).not.toContain('sound-on')
  })

  it('over a weak line says so, and nothing over a good one', () => {
    expect(shown({ type: 'voice/quality', quality: 'bad' }).text).toContain(workstationWords.en.quality.bad)
    expect(shown({ type: 'voice/quality', quality: 'good' }).text).toBe(shown().text)
  })
})
