import type { Race } from '../race'

export const ringLimit: readonly Race[] = [
  {
    a: { en: 'ring limit', zh: '振铃时限' },
    b: { en: 'accepted', zh: '接听' },
    outcome: {
      en: 'Within one frame the answer wins: a source beats a timer, also a timer that fires first.',
      zh: '同一帧内接听胜：外部事件优先于定时器，即使定时器先触发。',
    },
    scenes: {
      aFirst: `
        wins       the limit wins: hung up, and nobody was accepted
        user       d
        seat       -s-r---a
        policies   ringLimit 2
        sees       DV-R-E
        sends      s----h
        tells      -s---e
        hangUp     session-1 timer ringingGiveUp
        end        timer ringingGiveUp, ringLimit: nobody answered`,
      bFirst: `
        wins       the answer wins: the limit lets go
        user       d
        seat       -s-ra
        policies   ringLimit 2
        sees       DV-RT
        sends      s
        tells      -s--a`,
      aAbove: `
        wins       the answer wins, though the limit fires first
        policies   ringLimit 2
        user       d
        seat       -s-r-a
        sees       DV-R-T
        sends      s
        tells      -s---a`,
      bAbove: `
        wins       the answer wins
        user       d
        seat       -s-r-a
        policies   ringLimit 2
        sees       DV-R-T
        sends      s
        tells      -s---a`,
    },
  },
  {
    a: { en: 'ring limit', zh: '振铃时限' },
    b: { en: 'the next seat is looked for', zh: '转回排队' },
    outcome: {
      en: 'Within one frame the queue wins: the ringing that the limit watched is over.',
      zh: '同一帧内转回排队胜：时限所针对的振铃已经结束。',
    },
    scenes: {
      aFirst: `
        wins       the limit wins: hung up while ringing
        user       d
        seat       -s-r---q
        policies   ringLimit 2
        sees       DV-R-E
        sends      s----h
        tells      -s---e
        hangUp     session-1 timer ringingGiveUp
        end        timer ringingGiveUp, ringLimit: nobody answered`,
      bFirst: `
        wins       the queue wins: the limit lets go
        user       d
        seat       -s-rq
        policies   ringLimit 2
        sees       DV-RW
        sends      s
        tells      -s`,
      aAbove: `
        wins       the queue wins, though the limit fires first
        policies   ringLimit 2
        user       d
        seat       -s-r-q
        sees       DV-R-W
        sends      s
        tells      -s`,
      bAbove: `
        wins       the queue wins
        user       d
        seat       -s-r-q
        policies   ringLimit 2
        sees       DV-R-W
        sends      s
        tells      -s`,
    },
  },
  {
    a: { en: 'ring limit', zh: '振铃时限' },
    b: { en: 'hang-up', zh: '挂断' },
    outcome: {
      en: 'One end. Within one frame the customer wins: a source beats a timer.',
      zh: '只结束一次。同一帧内客户胜：外部事件优先于定时器。',
    },
    scenes: {
      aFirst: `
        wins       the limit wins: ended by the timer
        user       d------h
        seat       -s-r
        policies   ringLimit 2
        sees       DV-R-E
        sends      s----h
        tells      -s---e
        hangUp     session-1 timer ringingGiveUp
        end        timer ringingGiveUp, ringLimit: nobody answered`,
      bFirst: `
        wins       the customer wins: the limit lets go
        user       d---h
        seat       -s-r
        policies   ringLimit 2
        sees       DV-RE
        sends      s---h
        tells      -s--e
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp`,
      aAbove: `
        wins       the customer wins, though the limit fires first
        policies   ringLimit 2
        user       d----h
        seat       -s-r
        sees       DV-R-E
        sends      s----h
        tells      -s---e
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp`,
      bAbove: `
        wins       the customer wins
        user       d----h
        seat       -s-r
        policies   ringLimit 2
        sees       DV-R-E
        sends      s----h
        tells      -s---e
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp`,
    },
  },
  {
    a: { en: 'a policy that never lets go', zh: '不释放定时器的策略' },
    b: { en: 'accepted', zh: '接听' },
    outcome: {
      en: 'What it asked for while ringing cannot hit the call in the next phase; what it asks for in a talk does.',
      zh: '它在振铃时提出的挂断不会落到下一阶段；它在通话中提出的挂断照常生效。',
    },
    scenes: {
      aFirst: `
        wins       the policy wins: hung up while ringing
        user       d
        seat       -s-r---a
        policies   careless 2
        sees       DV-R-E
        sends      s----h
        tells      -s---e
        hangUp     session-1 timer ringingGiveUp
        end        timer ringingGiveUp, careless`,
      bFirst: `
        wins       the answer came first, and the policy hangs up the talk
        user       d
        seat       -s-ra
        policies   careless 2
        sees       DV-RTE
        sends      s----h
        tells      -s--ae
        hangUp     session-1 timer ok
        end        timer ok, careless`,
      aAbove: `
        wins       the answer wins, though the policy asks first
        policies   careless 2
        user       d
        seat       -s-r-a
        sees       DV-R-T
        sends      s
        tells      -s---a`,
      bAbove: `
        wins       the answer came first, and the policy hangs up the talk
        user       d
        seat       -s-r-a
        policies   careless 2
        sees       DV-R-(TE)
        sends      s----h
        tells      -s---(ae)
        hangUp     session-1 timer ok
        end        timer ok, careless`,
    },
  },
]
