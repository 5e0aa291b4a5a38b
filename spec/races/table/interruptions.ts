import type { Race } from '../race'

export const interruptions: readonly Race[] = [
  {
    a: { en: 'app hidden', zh: '退到后台' },
    b: { en: 'accepted', zh: '接听' },
    outcome: {
      en: 'The seat that talks is told of the hold, whichever came first, and told of the return.',
      zh: '无论先后，通话中的坐席都会被告知保持，并在返回时被告知。',
    },
    scenes: {
      aFirst: `
        wins       hidden wins: the seat is told as soon as it answers
        user       d
        seat       -s-r---a
        phone      -----h---s
        sees       DV-R---T
        sends      s------o-c
        tells      -s-----a`,
      bFirst: `
        wins       the answer wins: the seat is told when the app is hidden
        user       d
        seat       -s-r-a
        phone      -------h-s
        sees       DV-R-T
        sends      s------o-c
        tells      -s---a`,
      aAbove: `
        wins       hidden wins: the seat is told as soon as it answers
        user       d
        phone      -----h---s
        seat       -s-r-a
        sees       DV-R-T
        sends      s----o---c
        tells      -s---a`,
      bAbove: `
        wins       the answer wins: the seat is told when the app is hidden
        user       d
        seat       -s-r-a
        phone      -----h---s
        sees       DV-R-T
        sends      s----o---c
        tells      -s---a`,
    },
  },
  {
    a: { en: 'phone call', zh: '来电打断' },
    b: { en: 'accepted after a transfer', zh: '转接后接听' },
    outcome: {
      en: 'The new seat is told of the hold, whichever came first, and told of the return.',
      zh: '无论先后，新坐席都会被告知保持，并在返回时被告知。',
    },
    scenes: {
      aFirst: `
        wins       the phone call wins: the new seat is told as soon as it answers
        user       d
        seat       -s-a-r---b
        phone      -------i---c
        sees       DV-T-R---T
        sends      s--------o-c
        tells      -s-a`,
      bFirst: `
        wins       the answer wins: the new seat is told when the phone rings
        user       d
        seat       -s-a-r-b
        phone      ---------i-c
        sees       DV-T-R-T
        sends      s--------o-c
        tells      -s-a`,
      aAbove: `
        wins       the phone call wins: the new seat is told as soon as it answers
        user       d
        phone      -------i---c
        seat       -s-a-r-b
        sees       DV-T-R-T
        sends      s------o---c
        tells      -s-a`,
      bAbove: `
        wins       the answer wins: the new seat is told when the phone rings
        user       d
        seat       -s-a-r-b
        phone      -------i---c
        sees       DV-T-R-T
        sends      s------o---c
        tells      -s-a`,
    },
  },
  {
    a: { en: 'app hidden', zh: '退到后台' },
    b: { en: 'ended by the seat', zh: '坐席挂断' },
    outcome: {
      en: 'The end stands; nobody is told of a hold after it.',
      zh: '结束即结束；之后不再通知保持。',
    },
    scenes: {
      aFirst: `
        wins       hidden wins: the hold is sent, then the seat ends
        user       d
        seat       -s-a---e
        phone      -----h---s
        sees       DV-T---E
        sends      s----o
        tells      -s-a---e
        end        seat ok`,
      bFirst: `
        wins       the seat wins: ended, and nothing is sent
        user       d
        seat       -s-a-e
        phone      -------h-s
        sees       DV-T-E
        sends      s
        tells      -s-a-e
        end        seat ok`,
      aAbove: `
        wins       hidden wins: the hold is sent, then the seat ends
        user       d
        phone      -----h---s
        seat       -s-a-e
        sees       DV-T-E
        sends      s----o
        tells      -s-a-e
        end        seat ok`,
      bAbove: `
        wins       the seat wins: ended, and nothing is sent
        user       d
        seat       -s-a-e
        phone      -----h---s
        sees       DV-T-E
        sends      s
        tells      -s-a-e
        end        seat ok`,
    },
  },
  {
    a: { en: 'app shown', zh: '回到前台' },
    b: { en: 'hang-up', zh: '挂断' },
    outcome: {
      en: 'Ended by the client either way; the return is told only to a call that goes on.',
      zh: '两种次序都由客户端结束；只对仍在进行的通话通知返回。',
    },
    scenes: {
      aFirst: `
        wins       the return is told, then the customer hangs up
        user       d-------h
        seat       -s-a
        phone      ----h-s
        sees       DV-T----E
        sends      s---o-c-h
        tells      -s-a----e
        hangUp     session-1 client ok
        end        client ok`,
      bFirst: `
        wins       the customer wins: nothing is told after the end
        user       d-----h
        seat       -s-a
        phone      ----h---s
        sees       DV-T--E
        sends      s---o-h
        tells      -s-a--e
        hangUp     session-1 client ok
        end        client ok`,
      aAbove: `
        wins       the return is told, then the customer hangs up
        phone      ----h-s
        user       d-----h
        seat       -s-a
        sees       DV-T--E
        sends      s---o-(ch)
        tells      -s-a--e
        hangUp     session-1 client ok
        end        client ok`,
      bAbove: `
        wins       the customer wins: nothing is told after the end
        user       d-----h
        seat       -s-a
        phone      ----h-s
        sees       DV-T--E
        sends      s---o-h
        tells      -s-a--e
        hangUp     session-1 client ok
        end        client ok`,
    },
  },
]
