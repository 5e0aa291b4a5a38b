/** What live-pusher tells in the course of a call, made after the public demos and the documentation; by phone. */
export interface Step {
  readonly code: number
  readonly message?: string
}

export interface Sequence {
  readonly name: string
  readonly steps: readonly Step[]
}

interface User {
  readonly userid: string
  readonly playurl?: string
  readonly hasaudio?: boolean
  readonly hasvideo?: boolean
  readonly streamtype?: 'main' | 'aux'
}

const list = (code: number, ...userlist: readonly User[]): Step => ({ code, message: JSON.stringify({ userlist }) })
const seat = { userid: 'seat', playurl: 'room://seat', streamtype: 'main' } as const
const other = { userid: 'other', playurl: 'room://other', streamtype: 'main' } as const
const screen = { userid: 'seat', playurl: 'room://seat/aux', streamtype: 'aux' } as const

const connected: Step = { code: 1001 }
const pushing: Step = { code: 1002 }
const entered: Step = { code: 1018, message: 'enter room' }
const joined = list(1031, seat)
const speaks = list(1034, { ...seat, hasaudio: true })
const silent = list(1034, { ...seat, hasaudio: false })
const seen = list(1033, { ...seat, hasvideo: true })
const unseen = list(1033, { ...seat, hasvideo: false })
const left = list(1032, { userid: 'seat' })

const inCall: readonly Step[] = [connected, pushing, entered, joined, speaks]

export const SEQUENCES: readonly Sequence[] = [
  {
    name: 'Android, a whole call',
    steps: [connected, { code: 1008 }, pushing, entered, joined, unseen, speaks, silent, speaks, left],
  },
  {
    name: 'iOS, a whole call, with its acknowledgements of mute',
    steps: [pushing, entered, joined, speaks, { code: 4998 }, { code: 4999 }, left],
  },
  { name: 'the seat was in the room before', steps: [connected, pushing, joined, speaks, entered] },
  { name: 'video', steps: [...inCall, { code: 1003 }, { code: 1007 }, seen, unseen, seen] },
  { name: 'another network', steps: [...inCall, { code: 1101 }, { code: 1021 }, entered, joined] },
  { name: 'a tunnel', steps: [...inCall, { code: 1102 }, entered] },
  { name: 'a tunnel that is too long', steps: [...inCall, { code: 1102 }, { code: -1307, message: 'lost' }] },
  { name: 'thrown out of the room', steps: [...inCall, { code: 1019, message: 'reason[1]' }] },
  { name: 'left by the phone itself', steps: [...inCall, { code: 1019, message: 'reason[0]' }] },
  { name: 'a signature that is not taken', steps: [connected, { code: -100_018, message: 'usersig' }] },
  { name: 'no way into the room', steps: [connected, { code: 1022 }, { code: -3301, message: 'no' }] },
  { name: 'a transfer', steps: [...inCall, list(1031, other), list(1034, { ...other, hasaudio: true }), left] },
  { name: 'a shared screen', steps: [...inCall, list(1033, { ...screen, hasvideo: true })] },
  { name: 'the list of 1020', steps: [connected, entered, list(1020, { ...seat, hasaudio: true })] },
  {
    name: 'messages that cannot be read',
    steps: [...inCall, { code: 1031, message: 'no JSON' }, { code: 1034 }, { code: 1032, message: '{"userlist":7}' }],
  },
]
