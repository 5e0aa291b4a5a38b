/** The same codes in trtc-wx-sdk 1.1.15 where it reads them otherwise, and why: for docs/understand/status-codes.md. */
import type { Bilingual } from '../../devtools/dictionaries/entry'
import type { Reading } from './readers'

export interface Difference {
  /** After this code. */
  readonly code: number
  readonly theirs: Reading
  readonly ours: Reading
  readonly why: Bilingual
}

const atOnce = {
  en: 'The address comes with 1031: the player is there before the first sound, so that no word is lost.',
  zh: '1031 已带播放地址：播放器先于声音就绪，不丢第一句话。',
}
const notIn = {
  en: 'A page should not say that the customer is heard: `local` is reconnecting, or has failed.',
  zh: '此时不应显示客户可被听到：`local` 为 reconnecting 或 failed。',
}
const oneVoice = {
  en: 'A customer talks with one seat: who joins last is heard, also while the seat before is still there.',
  zh: '客户只与一位坐席通话：播放最后进房者，即使前一位尚未离开。',
}

export const DIFFERENCES: readonly Difference[] = [
  { code: 1031, theirs: 'in, seat', ours: 'in, seat, plays seat', why: atOnce },
  { code: 1031, theirs: 'out, seat', ours: 'out, seat, plays seat', why: atOnce },
  {
    code: 1034,
    theirs: 'in, seat no sound no picture',
    ours: 'in, seat no sound no picture, plays seat',
    why: {
      en: 'Who is muted speaks again soon: the player stays.',
      zh: '静音者很快会再说话：保留播放器。',
    },
  },
  { code: 1021, theirs: 'in, seat sound, plays seat', ours: 'out, seat sound, plays seat', why: notIn },
  { code: 1102, theirs: 'in, seat sound, plays seat', ours: 'out, seat sound, plays seat', why: notIn },
  { code: -1307, theirs: 'in, seat sound, plays seat', ours: 'out, seat sound, plays seat', why: notIn },
  {
    code: 1019,
    theirs: 'in, seat sound, plays seat',
    ours: 'out, seat sound, plays seat',
    why: {
      en: 'Nobody hung up, so whoever left the room should go back into it, whatever reason the message names.',
      zh: '无人挂断，因此不论消息给出何种原因都应重新进房。',
    },
  },
  { code: 1031, theirs: 'in, seat sound, other, plays seat', ours: 'in, other, plays other', why: oneVoice },
  {
    code: 1034,
    theirs: 'in, seat sound, other sound, plays seat, plays other',
    ours: 'in, other sound, plays other',
    why: oneVoice,
  },
  {
    code: 1020,
    theirs: 'in',
    ours: 'in, seat sound, plays seat',
    why: {
      en: 'It is read here, as it may be all that a phone tells of a seat that was there before.',
      zh: '此处会解析：坐席先已在房间时，手机可能只上报它。',
    },
  },
  {
    code: 1032,
    theirs: 'in, seat sound, plays seat',
    ours: 'in',
    why: {
      en: 'The list cannot be read, and there is but one who can have left. The call goes on all the same.',
      zh: '列表无法解析，而能离开的只有一位；通话仍继续。',
    },
  },
]
