/** Who wins: every race that this package decides. docs/policies/races.md is written from it. */
import type { Race } from './race'
import { askingThePhone } from './table/asking-the-phone'
import { askingThePhoneLonger } from './table/asking-the-phone-longer'
import { besideTheVoice } from './table/beside-the-voice'
import { diallingAgain } from './table/dialling-again'
import { faults } from './table/faults'
import { freshRooms } from './table/fresh-room'
import { hangingUp } from './table/hanging-up'
import { hangingUpEarly } from './table/hanging-up-early'
import { hiddenLimit } from './table/hidden-limit'
import { interruptions } from './table/interruptions'
import { leavingEarly } from './table/leaving-early'
import { leavingLate } from './table/leaving-late'
import { lostLine } from './table/lost-line'
import { muting } from './table/muting'
import { newRoom } from './table/new-room'
import { otherSessions } from './table/other-sessions'
import { phoneCalls } from './table/phone-calls'
import { refusedResume } from './table/refused-resume'
import { returns } from './table/returns'
import { ringLimit } from './table/ring-limit'
import { twice } from './table/twice'
import { waitingLimit } from './table/waiting-limit'

export const RACES: readonly Race[] = [
  ...hangingUpEarly,
  ...diallingAgain,
  ...askingThePhone,
  ...askingThePhoneLonger,
  ...hangingUp,
  ...twice,
  ...otherSessions,
  ...ringLimit,
  ...waitingLimit,
  ...hiddenLimit,
  ...lostLine,
  ...refusedResume,
  ...faults,
  ...muting,
  ...newRoom,
  ...freshRooms,
  ...leavingEarly,
  ...leavingLate,
  ...interruptions,
  ...phoneCalls,
  ...returns,
  ...besideTheVoice,
]
