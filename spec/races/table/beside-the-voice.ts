import type { Race } from '../race'

export const besideTheVoice: readonly Race[] = [
  {
    a: { en: 'a text of the seat', zh: '坐席的文字' },
    b: { en: 'hang-up by the customer', zh: '客户挂断' },
    outcome: {
      en: 'The text is told either way: what is said beside a voice outlives the call, as the question for a rating does. It changes no phase.',
      zh: '无论先后，文字都会告知：语音之外的话比通话活得更久，评分的提问也是如此。它不改变阶段。',
    },
    scenes: {
      aFirst: `
        wins       both: the text is told, then the end
        seat       -s-ra-g
        user       d-------h
        sees       DV-RT---E
        sends      s-------h
        tells      -s--a-d-e
        hangUp     session-1 client ok
        end        client ok`,
      bFirst: `
        wins       both: the text is told after the end
        user       d-----h
        seat       -s-ra---g
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e-d
        hangUp     session-1 client ok
        end        client ok`,
      aAbove: `
        wins       both: the text is told, then the end
        seat       -s-ra-g
        user       d-----h
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-(de)
        hangUp     session-1 client ok
        end        client ok`,
      bAbove: `
        wins       both: the text is told after the end
        user       d-----h
        seat       -s-ra-g
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-(ed)
        hangUp     session-1 client ok
        end        client ok`,
    },
  },
  {
    a: { en: 'a text of the seat', zh: '坐席的文字' },
    b: { en: 'another call', zh: '另一通电话' },
    outcome: {
      en: 'What is said of a call that is over is told until the next one is dialled: from then on it is of another session, and nobody hears it.',
      zh: '关于已结束通话的话，在拨出下一通之前都会告知：此后它属于另一个会话，没有人听到。',
    },
    scenes: {
      aFirst: `
        wins       the text: told before the next call
        seat       -s-e-g
        user       d------r
        sees       DV-E---D
        sends      s------s
        tells      -s-e-d
        startCall  resolves session-1
        startCall  pending`,
      bFirst: `
        wins       the next call: the text is not told
        user       d----r
        seat       -s-e---g
        sees       DV-E-D
        sends      s----s
        tells      -s-e
        startCall  resolves session-1
        startCall  pending`,
      aAbove: `
        wins       the text: told before the next call
        seat       -s-e-g
        user       d----r
        sees       DV-E-D
        sends      s----s
        tells      -s-e-d
        startCall  resolves session-1
        startCall  pending`,
      bAbove: `
        wins       the next call: the text is not told
        user       d----r
        seat       -s-e-g
        sees       DV-E-D
        sends      s----s
        tells      -s-e
        startCall  resolves session-1
        startCall  pending`,
    },
  },
  {
    a: { en: 'leaving the line to be called', zh: '离开队列、等待通知' },
    b: { en: 'ringing', zh: '振铃' },
    outcome: {
      en: 'The ring wins: it is the turn. That the customer leaves has been said too late then, and the call centre takes it for nothing; after the ring it is not said.',
      zh: '振铃赢：已经轮到了。此时说要离开已太迟，呼叫中心不予理会；振铃之后则不再发送。',
    },
    scenes: {
      aFirst: `
        wins       the ring: the call goes on
        user       d
        page       ------l
        seat       -s-qw--r-a
        sees       DV-W---R-T
        sends      sx----x
        tells      -s--d----a`,
      bFirst: `
        wins       the ring: nothing is said of leaving
        user       d
        seat       -s-qw-r---a
        page       --------l
        sees       DV-W--R---T
        sends      sx
        tells      -s--d-----a`,
      aAbove: `
        wins       the ring: the call goes on
        page       ------l
        user       d
        seat       -s-qw-r-a
        sees       DV-W--R-T
        sends      sx----x
        tells      -s--d---a`,
      bAbove: `
        wins       the ring: nothing is said of leaving
        user       d
        seat       -s-qw-r-a
        page       ------l
        sees       DV-W--R-T
        sends      sx
        tells      -s--d---a`,
    },
  },
  {
    a: { en: 'a rating', zh: '评分' },
    b: { en: 'another call', zh: '另一通电话' },
    outcome: {
      en: 'A rating is of the call that is over, until the next one is dialled: from then on nothing is asked, and nothing is sent.',
      zh: '评分属于已结束的通话，直到拨出下一通：此后不再询问，也不再发送。',
    },
    scenes: {
      aFirst: `
        wins       the rating: sent before the next call
        user       d-------r
        page       ------j
        seat       -s-eu
        sees       DV-E----D
        sends      sx----x-s
        tells      -s-ed
        startCall  resolves session-1
        startCall  pending`,
      bFirst: `
        wins       the next call: nothing is rated
        user       d-----r
        page       --------j
        seat       -s-eu
        sees       DV-E--D
        sends      sx----s
        tells      -s-ed
        startCall  resolves session-1
        startCall  pending`,
      aAbove: `
        wins       the rating: sent before the next call
        page       ------j
        user       d-----r
        seat       -s-eu
        sees       DV-E--D
        sends      sx----(xs)
        tells      -s-ed
        startCall  resolves session-1
        startCall  pending`,
      bAbove: `
        wins       the next call: nothing is rated
        user       d-----r
        seat       -s-eu
        page       ------j
        sees       DV-E--D
        sends      sx----s
        tells      -s-ed
        startCall  resolves session-1
        startCall  pending`,
    },
  },
]
