import type { Race } from '../race'

export const faults: readonly Race[] = [
  {
    a: { en: 'line given up', zh: '放弃重连' },
    b: { en: 'hang-up', zh: '挂断' },
    outcome: {
      en: 'The first ends the call, once: a line that was given up as `admin clientTimeout`. The hang-up is given to the line once, which delivers it when it comes back.',
      zh: '先到者结束通话，仅一次：放弃重连记为 `admin clientTimeout`。挂断消息只交给线路一次，线路恢复后送达。',
    },
    scenes: {
      aFirst: `
        wins       the line wins: ended by admin, and the customer sends nothing more
        user       d--------h
        seat       -s-a
        line       -----l-g
        sees       DV-T---E
        sends      s------h
        tells      -s-a-r-(xe)
        hangUp     session-1 client clientTimeout
        end        admin clientTimeout`,
      bFirst: `
        wins       the customer wins: ended by the client, once
        user       d-----h
        seat       -s-a
        line       -----l--g
        sees       DV-T--E
        sends      s-----h
        tells      -s-a-re
        hangUp     session-1 client ok
        end        client ok`,
      aAbove: `
        wins       the line wins: ended by admin, and the customer sends nothing more
        line       -----l-g
        user       d------h
        seat       -s-a
        sees       DV-T---E
        sends      s------h
        tells      -s-a-r-(xe)
        hangUp     session-1 client clientTimeout
        end        admin clientTimeout`,
      bAbove: `
        wins       the customer wins: ended by the client, once
        user       d------h
        seat       -s-a
        line       -----l-g
        sees       DV-T---E
        sends      s------h
        tells      -s-a-r-e
        hangUp     session-1 client ok
        end        client ok`,
    },
  },
  {
    a: { en: 'hang-up', zh: '挂断' },
    b: { en: 'the media room fails', zh: '语音房间失败' },
    outcome: {
      en: 'The first ends the call, once, and tells the call centre; the second does nothing.',
      zh: '先到者结束通话并通知呼叫中心，仅一次；后到者无效。',
    },
    scenes: {
      aFirst: `
        wins       the hang-up wins: ended ok by the client
        user       d-----h
        seat       -s-ra
        phone      -------f
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
      bFirst: `
        wins       the fault wins: an error, and the call centre is told
        user       d-------h
        seat       -s-ra
        phone      -----f
        sees       DV-RTE
        sends      s----h
        tells      -s--a(xe)
        hangUp     session-1 client clientError
        end        client clientError, live-pusher -100013`,
      aAbove: `
        wins       the hang-up wins: ended ok by the client
        user       d-----h
        seat       -s-ra
        phone      ------f
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
      bAbove: `
        wins       the fault wins: an error, and the call centre is told
        phone      ------f
        user       d-----h
        seat       -s-ra
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-(xe)
        hangUp     session-1 client clientError
        end        client clientError, live-pusher -100013`,
    },
  },
]
