import type { Race } from '../race'

export const muting: readonly Race[] = [
  {
    a: { en: 'mute', zh: '静音' },
    b: { en: 'room entered again', zh: '重新进房' },
    outcome: {
      en: 'The desired value survives and is applied again.',
      zh: '期望值保留并重新应用。',
    },
    scenes: {
      aFirst: `
        wins       silence wins: it was applied, and is pending again until the phone says so
        user       d----m
        seat       -s-a
        phone      ----e-m-r-e
        sees       DV-T
        sends      s
        tells      -s-a
        asks       -p---m
        microphone off pending`,
      bFirst: `
        wins       silence wins: asked for while re-entering, applied afterwards
        user       d-------m
        seat       -s-a
        phone      ----e-r---em
        sees       DV-T
        sends      s
        tells      -s-a
        asks       -p------m
        microphone off applied`,
      aAbove: `
        wins       silence wins
        user       d-----m
        seat       -s-a
        phone      ----e-r-em
        sees       DV-T
        sends      s
        tells      -s-a
        asks       -p----m
        microphone off applied`,
      bAbove: `
        wins       silence wins
        phone      ----e-r-em
        user       d-----m
        seat       -s-a
        sees       DV-T
        sends      s
        tells      -s-a
        asks       -p----m
        microphone off applied`,
    },
  },
  {
    a: { en: 'mute', zh: '静音' },
    b: { en: 'line lost', zh: '线路中断' },
    outcome: {
      en: 'The microphone obeys the phone, not the line: muted at once, and muted after the resume.',
      zh: '麦克风听从手机而非线路：立即静音，恢复后仍静音。',
    },
    scenes: {
      aFirst: `
        wins       silence wins
        user       d----m
        seat       -s-a
        line       -------l-u
        sees       DV-T
        sends      s
        tells      -s-a---r-b
        asks       -p---m
        microphone off pending`,
      bFirst: `
        wins       silence wins
        user       d------m
        seat       -s-a
        line       -----l---u
        sees       DV-T
        sends      s
        tells      -s-a-r---b
        asks       -p-----m
        microphone off pending`,
      aAbove: `
        wins       silence wins
        user       d----m
        seat       -s-a
        line       -----l-u
        sees       DV-T
        sends      s
        tells      -s-a-r-b
        asks       -p---m
        microphone off pending`,
      bAbove: `
        wins       silence wins
        line       -----l-u
        user       d----m
        seat       -s-a
        sees       DV-T
        sends      s
        tells      -s-a-r-b
        asks       -p---m
        microphone off pending`,
    },
  },
  {
    a: { en: 'mute', zh: '静音' },
    b: { en: 'unmute', zh: '取消静音' },
    outcome: {
      en: 'The last word wins.',
      zh: '以最后一次为准。',
    },
    scenes: {
      aFirst: `
        wins       the voice wins
        user       d----m-u
        seat       -s-a
        sees       DV-T
        sends      s
        tells      -s-a
        asks       -p---m-p
        microphone on pending`,
      bFirst: `
        wins       silence wins
        user       d----u-m
        seat       -s-a
        sees       DV-T
        sends      s
        tells      -s-a
        asks       -p-----m
        microphone off pending`,
      aAbove: `
        wins       the voice wins
        user       d----(mu)
        seat       -s-a
        sees       DV-T
        sends      s
        tells      -s-a
        asks       -p---(mp)
        microphone on pending`,
      bAbove: `
        wins       silence wins
        user       d----(um)
        seat       -s-a
        sees       DV-T
        sends      s
        tells      -s-a
        asks       -p---m
        microphone off pending`,
    },
  },
]
