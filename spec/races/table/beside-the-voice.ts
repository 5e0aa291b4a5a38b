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
]
