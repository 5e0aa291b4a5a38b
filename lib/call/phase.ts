/**
 * The phases of a call. Letters are the marble alphabet; this is the only drawing of the machine.
 *
 *     I idle ──► D dialling ──► V ivr ──► W waiting ◄──► R ringing ──► T talking
 *                  │              │          ▲              ▲             │
 *                  │              └──────────┼──────────────┘             │
 *                  └── any phase ──► E ended └──── the seat transferred ──┘
 *
 * A server may skip phases forwards. A call that is over stays in `ended` until the next one starts: E ──► D.
 */
export type Phase = 'idle' | 'dialling' | 'ivr' | 'waiting' | 'ringing' | 'talking' | 'ended'

export const PHASE_LETTERS: Readonly<Record<Phase, string>> = {
  idle: 'I',
  dialling: 'D',
  ivr: 'V',
  waiting: 'W',
  ringing: 'R',
  talking: 'T',
  ended: 'E',
}

/** The arrows of the drawing. Every transition of a session follows one of them, or stays. */
export const NEXT_PHASES: Readonly<Record<Phase, readonly Phase[]>> = {
  idle: ['dialling', 'ended'],
  dialling: ['ivr', 'ended'],
  ivr: ['waiting', 'ringing', 'talking', 'ended'],
  waiting: ['ringing', 'talking', 'ended'],
  ringing: ['waiting', 'talking', 'ended'],
  talking: ['waiting', 'ringing', 'ended'],
  ended: ['dialling'],
}
