import type { Race } from '../race'

export const newRoom: readonly Race[] = [
  {
    a: { en: 'mute', zh: '静音' },
    b: { en: 'transferred to another room', zh: '转接到另一房间' },
    outcome: {
      en: 'The new room is entered in silence: muted is asked for again, and is pending until the phone says so.',
      zh: '以静音进入新房间：再次请求静音，并在手机确认前保持待定。',
    },
    scenes: {
      aFirst: `
        wins       silence wins: it holds in the new room
        user       d----m
        seat       -s-a---q--n
        phone      ----e-m
        sees       DV-T---W--T
        sends      s
        tells      -s-a
        asks       -p---m----m
        microphone off pending`,
      bFirst: `
        wins       silence wins: it is asked for in the new room
        user       d---------m
        seat       -s-a-q-n
        phone      ----e
        sees       DV-T-W-T
        sends      s
        tells      -s-a
        asks       -p-----p--m
        microphone off pending`,
      aAbove: `
        wins       silence wins: it holds in the new room
        user       d------m
        seat       -s-a-q-n
        phone      ----e
        sees       DV-T-W-T
        sends      s
        tells      -s-a
        asks       -p-----(mm)
        microphone off pending`,
      bAbove: `
        wins       silence wins: it is asked for in the new room
        seat       -s-a-q-n
        user       d------m
        phone      ----e
        sees       DV-T-W-T
        sends      s
        tells      -s-a
        asks       -p-----(pm)
        microphone off pending`,
    },
  },
  {
    a: { en: 'earpiece', zh: '听筒模式' },
    b: { en: 'transferred to another room', zh: '转接到另一房间' },
    outcome: {
      en: 'The new room is heard at the ear: the sound mode is asked for again, and is pending until the phone says so.',
      zh: '新房间仍用听筒：再次请求声音模式，并在手机确认前保持待定。',
    },
    scenes: {
      aFirst: `
        wins       the earpiece wins: it holds in the new room
        user       d----e
        seat       -s-a---q--n
        phone      ----e-l
        sees       DV-T---W--T
        sends      s
        tells      -s-a
        asks       -p---e----e
        soundMode  ear pending`,
      bFirst: `
        wins       the earpiece wins: it is asked for in the new room
        user       d---------e
        seat       -s-a-q-n
        phone      ----e
        sees       DV-T-W-T
        sends      s
        tells      -s-a
        asks       -p-----p--e
        soundMode  ear pending`,
      aAbove: `
        wins       the earpiece wins: it holds in the new room
        user       d------e
        seat       -s-a-q-n
        phone      ----e
        sees       DV-T-W-T
        sends      s
        tells      -s-a
        asks       -p-----(ee)
        soundMode  ear pending`,
      bAbove: `
        wins       the earpiece wins: it is asked for in the new room
        seat       -s-a-q-n
        user       d------e
        phone      ----e
        sees       DV-T-W-T
        sends      s
        tells      -s-a
        asks       -p-----(pe)
        soundMode  ear pending`,
    },
  },
]
