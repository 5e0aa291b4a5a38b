import { likeness, listen } from '../end-to-end/sound'
import { type Phone, type Seat, voiceOf } from '../end-to-end/stage'

/** How long each listens. */
const MS = 3_300
const SPEECH_DB = -35

/** Each hears the sentence that the other says. */
export const hearEachOther = async (phone: Phone, seat: Seat): Promise<void> => {
  const atSeat = await seat.page.evaluate(listen, { source: 'workstation', ms: MS } as const)
  const said = await seat.page.evaluate(listen, { wav: voiceOf('customer'), ms: MS })
  const atPhone = await phone.run(listen, { source: 'phone', ms: MS } as const)
  const answered = await phone.run(listen, { wav: voiceOf('seat'), ms: MS })
  expect(atSeat.levelDb).toBeGreaterThan(SPEECH_DB)
  expect(atPhone.levelDb).toBeGreaterThan(SPEECH_DB)
  expect(likeness(atSeat, said)).toBeGreaterThan(0.95)
  expect(likeness(atPhone, answered)).toBeGreaterThan(0.95)
}
