import type { Race } from '../race'

const freshRoom = { en: 'fresh room', zh: '新的房间地址' }
const lineLost = { en: 'line lost', zh: '连接中断' }

export const freshRooms: readonly Race[] = [
  {
    a: { en: 'hang-up', zh: '挂断' },
    b: freshRoom,
    outcome: {
      en: 'The call ends at once: a room that comes afterwards is not entered, one that came before is left.',
      zh: '通话立即结束：之后到达的房间不再进入，之前到达的房间随即离开。',
    },
    scenes: {
      aFirst: `
        wins       the hang-up wins: the room is not entered
        user       d--- 1s ---h
        seat       -s-a 1s -----o
        phone      ----d
        sees       DV-T 1s ---E
        sends      s--- 1s r--h
        tells      -s-a 1s ---e
        asks       -p-- 1s o
        hangUp     session-1 client ok
        end        client ok`,
      bFirst: `
        wins       the hang-up wins: the room is left
        user       d--- 1s -----h
        seat       -s-a 1s --o
        phone      ----d
        sees       DV-T 1s -----E
        sends      s--- 1s r----h
        tells      -s-a 1s -----e
        asks       -p-- 1s o-p--o
        hangUp     session-1 client ok
        end        client ok`,
      aAbove: `
        wins       the hang-up wins: the room is not entered
        user       d--- 1s ---h
        seat       -s-a 1s ---o
        phone      ----d
        sees       DV-T 1s ---E
        sends      s--- 1s r--h
        tells      -s-a 1s ---e
        asks       -p-- 1s o
        hangUp     session-1 client ok
        end        client ok`,
      bAbove: `
        wins       the hang-up wins: the room is left
        seat       -s-a 1s ---o
        user       d--- 1s ---h
        phone      ----d
        sees       DV-T 1s ---E
        sends      s--- 1s r--h
        tells      -s-a 1s ---e
        asks       -p-- 1s o--(po)
        hangUp     session-1 client ok
        end        client ok`,
    },
  },
  {
    a: { en: 'ended by the seat', zh: '坐席结束' },
    b: freshRoom,
    outcome: {
      en: 'The call ends, by the seat: a room that comes afterwards is not entered, one that came before is left.',
      zh: '通话由坐席结束：之后到达的房间不再进入，之前到达的房间随即离开。',
    },
    scenes: {
      aFirst: `
        wins       the seat wins: the room is not entered
        user       d
        seat       -s-a 1s --e--o
        phone      ----d
        sees       DV-T 1s --E
        sends      s--- 1s r
        tells      -s-a 1s --e
        asks       -p-- 1s o
        end        seat ok`,
      bFirst: `
        wins       the seat wins: the room is left
        user       d
        seat       -s-a 1s --o--e
        phone      ----d
        sees       DV-T 1s -----E
        sends      s--- 1s r
        tells      -s-a 1s -----e
        asks       -p-- 1s o-p--o
        end        seat ok`,
      aAbove: `
        wins       the seat wins: the room is not entered
        user       d
        seat       -s-a 1s --(eo)
        phone      ----d
        sees       DV-T 1s --E
        sends      s--- 1s r
        tells      -s-a 1s --e
        asks       -p-- 1s o
        end        seat ok`,
      bAbove: `
        wins       the seat wins: the room is left
        user       d
        seat       -s-a 1s --(oe)
        phone      ----d
        sees       DV-T 1s --E
        sends      s--- 1s r
        tells      -s-a 1s --e
        asks       -p-- 1s o-(po)
        end        seat ok`,
    },
  },
  {
    a: lineLost,
    b: freshRoom,
    outcome: {
      en: 'The call goes on in the fresh room, whether it came before the loss or comes once the line is back.',
      zh: '无论新房间在中断之前到达，还是在连接恢复后到达，通话都在其中继续。',
    },
    scenes: {
      aFirst: `
        wins       the room wins: it comes once the line is back, and the wait for it begins anew
        user       d
        seat       -s-a 10s --o
        line       -- 1s ------l 8992ms u
        phone      ----d
        sees       DV-T
        sends      s--- 1s r
        tells      -s-a 1s ----r 8992ms b
        asks       -p-- 1s o 9001ms p`,
      bFirst: `
        wins       the room wins: it is entered, line or not
        user       d
        seat       -s-a 1s --o
        line       -- 1s ------l--u
        phone      ----d
        sees       DV-T
        sends      s--- 1s r
        tells      -s-a 1s ----r--b
        asks       -p-- 1s o-p`,
      aAbove: `
        wins       the room wins: it is entered, line or not
        user       d
        line       -- 1s ------l--u
        seat       -s-a 1s ----o
        phone      ----d
        sees       DV-T
        sends      s--- 1s r
        tells      -s-a 1s ----r--b
        asks       -p-- 1s o---p`,
      bAbove: `
        wins       the room wins: it is entered, line or not
        user       d
        seat       -s-a 1s ----o
        line       -- 1s ------l--u
        phone      ----d
        sees       DV-T
        sends      s--- 1s r
        tells      -s-a 1s ----r--b
        asks       -p-- 1s o---p`,
    },
  },
  {
    a: lineLost,
    b: { en: 'the room is dead', zh: '房间地址失效' },
    outcome: {
      en: 'A network that is gone explains both: nothing is asked for before the line is back, and then after a second.',
      zh: '两者可能同因网络中断：连接恢复前不申请新房间，恢复一秒后再申请。',
    },
    scenes: {
      aFirst: `
        wins       the line wins: it comes back before a room is asked for
        user       d
        seat       -s-a 1s ---- 10ms o
        line       ----l 9ms u
        phone      ------d
        sees       DV-T
        sends      s 1013ms r
        tells      -s-ar 9ms b
        asks       -p 1012ms o---p`,
      bFirst: `
        wins       the line wins: it comes back before a room is asked for
        user       d
        seat       -s-a 1s ---- 10ms o
        line       ------l 7ms u
        phone      ----d
        sees       DV-T
        sends      s 1013ms r
        tells      -s-a--r 7ms b
        asks       -p 1012ms o---p`,
      aAbove: `
        wins       the line wins: it comes back before a room is asked for
        user       d
        seat       -s-a 1s ---- 10ms o
        line       -----l 8ms u
        phone      -----d
        sees       DV-T
        sends      s 1013ms r
        tells      -s-a-r 8ms b
        asks       -p 1012ms o---p`,
      bAbove: `
        wins       the line wins: it comes back before a room is asked for
        user       d
        phone      -----d
        seat       -s-a 1s ---- 10ms o
        line       -----l 8ms u
        sees       DV-T
        sends      s 1013ms r
        tells      -s-a-r 8ms b
        asks       -p 1012ms o---p`,
    },
  },
]
