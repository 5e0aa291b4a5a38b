import type { Race } from '../race'

export const returns: readonly Race[] = [
  {
    a: { en: 'interrupted for too long', zh: '打断超时' },
    b: { en: 'the sound is given back', zh: '声音归还' },
    outcome: {
      en: 'Within one frame the phone wins: the sound is back, and the call goes on.',
      zh: '同一帧内手机胜：声音归还，通话继续。',
    },
    scenes: {
      aFirst: `
        wins       the limit wins: hung up
        user       d
        seat       -s-a
        phone      ----i---c
        policies   interruptionGrace 2
        sees       DV-T--E
        sends      s---o-h
        tells      -s-a--e
        hangUp     session-1 timer ok
        end        timer ok, interruptionGrace: the interruption took too long`,
      bFirst: `
        wins       the phone wins: the call goes on
        user       d
        seat       -s-a
        phone      ----ic
        policies   interruptionGrace 2
        sees       DV-T
        sends      s---oc
        tells      -s-a`,
      aAbove: `
        wins       the phone wins, though the limit fires first
        policies   interruptionGrace 2
        user       d
        seat       -s-a
        phone      ----i-c
        sees       DV-T
        sends      s---o-c
        tells      -s-a`,
      bAbove: `
        wins       the phone wins
        user       d
        seat       -s-a
        phone      ----i-c
        policies   interruptionGrace 2
        sees       DV-T
        sends      s---o-c
        tells      -s-a`,
    },
  },
  {
    a: { en: 'app shown', zh: '回到前台' },
    b: { en: 'mute', zh: '静音' },
    outcome: {
      en: 'The customer wins: muted once, and pending until the phone says so in the foreground.',
      zh: '客户胜：只静音一次，并在手机于前台确认前保持待定。',
    },
    scenes: {
      aFirst: `
        wins       the customer wins: muted after the return
        user       d-------m
        seat       -s-a
        phone      ----h-s
        sees       DV-T
        sends      s---o-c
        tells      -s-a
        asks       -p------m
        microphone off pending`,
      bFirst: `
        wins       the customer wins: what the phone said in the background was no proof
        user       d----m
        seat       -s-a
        phone      ----h-ms
        sees       DV-T
        sends      s---o--c
        tells      -s-a
        asks       -p---m
        microphone off pending`,
      aAbove: `
        wins       the customer wins: muted in the foreground
        phone      --e-h-s-m
        user       d-----m
        seat       -s-a
        sees       DV-T
        sends      s---o-c
        tells      -s-a
        asks       -p----m
        microphone off applied`,
      bAbove: `
        wins       the customer wins: muted in the background, applied in the foreground
        user       d-----m
        seat       -s-a
        phone      --e-h-s-m
        sees       DV-T
        sends      s---o-c
        tells      -s-a
        asks       -p----m
        microphone off applied`,
    },
  },
  {
    a: { en: 'app hidden', zh: '退到后台' },
    b: { en: 'mute', zh: '静音' },
    outcome: {
      en: 'Muted either way; what the phone confirms in the background is no proof.',
      zh: '两种次序都静音；手机在后台的确认不作数。',
    },
    scenes: {
      aFirst: `
        wins       muted, and pending: it was confirmed in the background
        user       d------m
        seat       -s-a
        phone      ----h---m
        sees       DV-T
        sends      s---o
        tells      -s-a
        asks       -p-----m
        microphone off pending`,
      bFirst: `
        wins       muted, and applied before the app was hidden
        user       d---m
        seat       -s-a
        phone      -----m-h
        sees       DV-T
        sends      s------o
        tells      -s-a
        asks       -p--m
        microphone off applied`,
      aAbove: `
        wins       muted, and pending: it was confirmed in the background
        phone      -----h-m
        user       d----m
        seat       -s-a
        sees       DV-T
        sends      s----o
        tells      -s-a
        asks       -p---m
        microphone off pending`,
      bAbove: `
        wins       muted, and pending: it was confirmed in the background
        user       d----m
        seat       -s-a
        phone      -----h-m
        sees       DV-T
        sends      s----o
        tells      -s-a
        asks       -p---m
        microphone off pending`,
    },
  },
]
