/** Does wrong what a phone may do wrong. The panel and the tests come through here. */
import { refuseCamera } from '../elements/camera'
import { refuseMicrophone } from '../elements/microphone'
import { currentPusher, shownPlayers } from '../elements/on-screen'
import { netQuality, type PhoneKind, setPhoneKind } from '../elements/phone-reports'
import { happenings } from '../wx/environment'
import type { Misbehaviour } from './misbehaviours'

const BACK_MS = 2000
const FREEZE_MS = 6000
const TALK_MS = 3000
const VOLUME_EVERY_MS = 500
const LOUD = 60
const POOR = 5
const GOOD = 1

type Step = readonly [afterMs: number, code: number]

const play = (steps: readonly Step[], tell: (code: number) => void): void => {
  for (const [afterMs, code] of steps) {
    if (afterMs === 0) tell(code)
    else setTimeout(tell, afterMs, code)
  }
}

const pusherSays = (...steps: readonly Step[]): void => {
  play(steps, (code) => currentPusher()?.report.status(code))
}

const playerSays = (...steps: readonly Step[]): void => {
  play(steps, (code) => {
    for (const player of shownPlayers()) player.report.status(code)
  })
}

/** While another sound has the phone nothing is captured, and nothing is played. */
const silence = (silent: boolean): void => {
  currentPusher()?.setPaused(silent)
  for (const player of shownPlayers()) player.setPaused(silent)
}

/** The pusher really leaves the room, and reports this code only. */
const pusherGivesUp = (code: number): void => {
  const pusher = currentPusher()
  pusher?.stop()
  pusher?.report.status(code)
}

const refuseToSee = (): void => {
  refuseCamera(true)
  currentPusher()?.report.error(10001, 'the user refused the camera')
  pusherSays([0, -1301])
}

const refuse = (): void => {
  refuseMicrophone(true)
  const pusher = currentPusher()
  pusher?.stop()
  pusher?.report.error(10002, 'the user refused the microphone')
  pusher?.report.status(-1302)
}

const playersGiveUp = (): void => {
  for (const player of shownPlayers()) {
    player.stop()
    player.report.status(-2301)
  }
}

/** Nothing runs, no event is handled, as in a mini program that was suspended; the voices go on. */
const freeze = (): void => {
  happenings.hideApp()
  setTimeout(() => {
    const until = performance.now() + FREEZE_MS
    while (performance.now() < until);
    happenings.showApp()
  }, 0)
}

const beHeard = (): void => {
  for (let afterMs = 0; afterMs < TALK_MS; afterMs += VOLUME_EVERY_MS) {
    setTimeout(() => currentPusher()?.report.volume(LOUD), afterMs)
  }
}

const be = (kind: PhoneKind) => (): void => {
  setPhoneKind(kind)
}

const takeSound = (): void => {
  silence(true)
  happenings.beginInterruption()
}

const hide = (...codes: readonly number[]): void => {
  happenings.hideApp()
  if (codes.length > 0) silence(true)
  for (const code of codes) pusherSays([0, code])
}

const ACTS: Readonly<Record<Misbehaviour, () => void>> = {
  refuseMicrophone: refuse,
  allowMicrophone: () => {
    refuseMicrophone(false)
  },
  breakMicrophone: () => {
    pusherSays([0, -1311])
  },
  refuseCamera: refuseToSee,
  allowCamera: () => {
    refuseCamera(false)
  },
  breakCamera: () => {
    pusherSays([0, -1301])
  },
  loseRoom: () => {
    pusherSays([0, 1102], [BACK_MS, 1018])
  },
  changeNetwork: () => {
    pusherSays([0, 1021], [BACK_MS, 1018])
  },
  giveUpRoom: () => {
    pusherGivesUp(-1307)
  },
  refuseRoom: () => {
    pusherGivesUp(1022)
  },
  sayUnknown: () => {
    pusherSays([0, 2027])
  },
  losePlayer: () => {
    playerSays([0, 2103], [BACK_MS, 2004])
  },
  giveUpPlayer: playersGiveUp,
  weakenNetwork: () => {
    netQuality.local = POOR
  },
  weakenSeat: () => {
    netQuality.remote = POOR
  },
  restoreNetwork: () => {
    Object.assign(netQuality, { local: GOOD, remote: GOOD })
  },
  talk: beHeard,
  takeSound,
  returnSound: () => {
    silence(false)
    happenings.endInterruption()
  },
  phoneCall: () => {
    takeSound()
    pusherSays([0, 5001])
  },
  hide,
  closeWindow: () => {
    hide(5001)
  },
  suspend: () => {
    hide(5000)
  },
  show: () => {
    silence(false)
    happenings.showApp()
  },
  freeze,
  beAndroid: be('android'),
  beIos: be('ios'),
  bePlain: be('plain'),
}

export const misbehave = (what: Misbehaviour): void => {
  ACTS[what]()
}
