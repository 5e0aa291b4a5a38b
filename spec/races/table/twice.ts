import type { Race } from '../race'

export const twice: readonly Race[] = [
  {
    a: { en: 'hang-up by the customer', zh: '客户挂断' },
    b: { en: 'hang-up by the page', zh: '页面挂断' },
    outcome: {
      en: 'The second does nothing: one message, one `sessionEnded`.',
      zh: '第二次无效：一条消息，一次 `sessionEnded`。',
    },
    scenes: {
      aFirst: `
        wins       the customer wins: sent once
        user       d-----h
        seat       -s-ra
        page       --------h
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
      bFirst: `
        wins       the page wins: sent once
        user       d-------h
        seat       -s-ra
        page       ------h
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
      aAbove: `
        wins       the customer wins: sent once
        user       d-----h
        seat       -s-ra
        page       ------h
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
      bAbove: `
        wins       the page wins: sent once
        page       ------h
        user       d-----h
        seat       -s-ra
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
    },
  },
  {
    a: { en: 'accepted by Lin', zh: 'Lin 接听' },
    b: { en: 'accepted by Wang', zh: 'Wang 接听' },
    outcome: {
      en: 'The later one names the seat that talks now; there is one `accepted`.',
      zh: '后到者决定当前坐席；只有一次 `accepted`。',
    },
    scenes: {
      aFirst: `
        wins       Wang wins: one accepted
        user       d
        seat       -s-r-a-b
        sees       DV-R-T
        sends      s
        tells      -s---a
        with       Wang`,
      bFirst: `
        wins       Lin wins: one accepted
        user       d
        seat       -s-r-b-a
        sees       DV-R-T
        sends      s
        tells      -s---a
        with       Lin`,
      aAbove: `
        wins       Wang wins: one accepted
        user       d
        seat       -s-r-(ab)
        sees       DV-R-T
        sends      s
        tells      -s---a
        with       Wang`,
      bAbove: `
        wins       Lin wins: one accepted
        user       d
        seat       -s-r-(ba)
        sees       DV-R-T
        sends      s
        tells      -s---a
        with       Lin`,
    },
  },
  {
    a: { en: 'ended by the seat', zh: '坐席挂断' },
    b: { en: 'ended by the centre', zh: '系统结束' },
    outcome: {
      en: 'The first names `closeBy`; the second does nothing: one `sessionEnded`.',
      zh: '先到者决定 `closeBy`；第二次无效：只有一次 `sessionEnded`。',
    },
    scenes: {
      aFirst: `
        wins       the seat wins: one end
        user       d
        seat       -s-ra-e-x
        sees       DV-RT-E
        sends      s
        tells      -s--a-e
        end        seat ok`,
      bFirst: `
        wins       the centre wins: one end
        user       d
        seat       -s-ra-x-e
        sees       DV-RT-E
        sends      s
        tells      -s--a-e
        end        admin notWorkTime`,
      aAbove: `
        wins       the seat wins: one end
        user       d
        seat       -s-ra-(ex)
        sees       DV-RT-E
        sends      s
        tells      -s--a-e
        end        seat ok`,
      bAbove: `
        wins       the centre wins: one end
        user       d
        seat       -s-ra-(xe)
        sees       DV-RT-E
        sends      s
        tells      -s--a-e
        end        admin notWorkTime`,
    },
  },
  {
    a: { en: 'accepted', zh: '接听' },
    b: { en: 'ended by the centre', zh: '系统结束' },
    outcome: {
      en: 'Accepted first: `accepted`, then `sessionEnded`. The end first: never an `accepted`.',
      zh: '先接听：先 `accepted` 后 `sessionEnded`。先结束：绝不触发 `accepted`。',
    },
    scenes: {
      aFirst: `
        wins       the answer wins: accepted, then ended
        user       d
        seat       -s-r-a-x
        sees       DV-R-T-E
        sends      s
        tells      -s---a-e
        end        admin notWorkTime`,
      bFirst: `
        wins       the end wins: nobody was accepted
        user       d
        seat       -s-r-x-a
        sees       DV-R-E
        sends      s
        tells      -s---e
        end        admin notWorkTime`,
      aAbove: `
        wins       the answer wins: accepted, then ended
        user       d
        seat       -s-r-(ax)
        sees       DV-R-(TE)
        sends      s
        tells      -s---(ae)
        end        admin notWorkTime`,
      bAbove: `
        wins       the end wins: nobody was accepted
        user       d
        seat       -s-r-(xa)
        sees       DV-R-E
        sends      s
        tells      -s---e
        end        admin notWorkTime`,
    },
  },
]
