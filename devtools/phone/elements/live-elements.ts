/** `live-pusher` and `live-player` as tags: their attributes and events, and their end when the tag goes. */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { hidePlayer, hidePusher, showPlayer, showPusher } from './on-screen'
import { inItsWords, type PusherReport, tellMicrophoneTurned } from './phone-reports'
import { createPicture, Player } from './player'
import { Pusher } from './pusher'

type Trigger = (name: string, detail: object) => void

/** Attributes of a phone's tags that have no meaning in a browser, or that WebRTC decides by itself. */
const PUSHER_IGNORES = ['mode', 'muted', 'waitingImage', 'enableAgc', 'enableAns', 'audioVolumeType', 'audioQuality']
const PLAYER_IGNORES = ['mode', 'minCache', 'maxCache', 'autoPauseIfNavigate', 'autoPauseIfOpenNative']

const triggerOf =
  (tag: { triggerEvent(name: string, detail: object, options: object): void }): Trigger =>
  (name, detail) => {
    tag.triggerEvent(name, detail, {})
  }

/** What the browser shows of a tag. */
const boxOf = (node: { getBackendElement(): unknown }) => node.getBackendElement() as HTMLElement

const ignored = (names: readonly string[]): object => ({
  properties: Object.fromEntries(names.map((name) => [name, null])),
})

const statusReport = (trigger: Trigger) => ({
  status: (code: number, message = '') => {
    trigger('statechange', { code, message })
  },
  netStatus: (info: object) => {
    trigger('netstatus', { info })
  },
})

/** The customer's own picture: silent, and mirrored as a mirror would. */
const showOwn = (picture: HTMLVideoElement, track: MediaStreamTrack | null, mirrored: boolean): void => {
  picture.muted = true
  picture.srcObject = track === null ? null : new MediaStream([track])
  picture.style.transform = mirrored ? 'scaleX(-1)' : ''
}

const pusherReport = (trigger: Trigger): PusherReport =>
  inItsWords({
    ...statusReport(trigger),
    error: (errCode, errMsg) => {
      trigger('error', { errCode, errMsg })
    },
    volume: (volume) => {
      trigger('audiovolumenotify', { volume })
    },
  })

const defineLivePusher = (space: CodeSpace): void => {
  space
    .component('wx/live-pusher')
    .definition(ignored(PUSHER_IGNORES))
    .property('url', String)
    .property('autopush', Boolean)
    .property('enableMic', { type: Boolean, value: true })
    .property('enableCamera', { type: Boolean, value: true })
    .property('devicePosition', { type: String, value: 'front' })
    .property('localMirror', { type: String, value: 'auto' })
    .init(({ self, data, observer, lifetime }) => {
      const picture = createPicture()
      const pusher = new Pusher(pusherReport(triggerOf(self)), (track, facing) => {
        showOwn(picture, track, data.localMirror === 'auto' ? facing === 'front' : data.localMirror === 'enable')
      })
      const apply = () => {
        pusher.setMicrophone(data.enableMic)
        pusher.setCamera(data.enableCamera)
        pusher.setFacing(data.devicePosition === 'back' ? 'back' : 'front')
        pusher.setUrl(data.url)
        if (data.autopush) pusher.start()
      }
      for (const name of ['url', 'autopush', 'enableCamera'] as const) observer(name, apply)
      observer('enableMic', () => {
        apply()
        tellMicrophoneTurned(pusher.report)
      })
      lifetime('attached', () => {
        boxOf(self._$).append(picture)
        showPusher(pusher)
        apply()
      })
      lifetime('detached', () => {
        hidePusher(pusher)
        pusher.stop()
      })
    })
    .register()
}

const defineLivePlayer = (space: CodeSpace): void => {
  space
    .component('wx/live-player')
    .definition(ignored(PLAYER_IGNORES))
    .property('src', String)
    .property('autoplay', Boolean)
    .property('muted', Boolean)
    .property('soundMode', { type: String, value: 'speaker' })
    .property('objectFit', { type: String, value: 'contain' })
    .init(({ self, data, observer, lifetime }) => {
      const player = new Player(statusReport(triggerOf(self)))
      const apply = () => {
        player.setMuted(data.muted)
        player.setSoundMode(data.soundMode)
        player.setObjectFit(data.objectFit)
        player.setSrc(data.src)
        if (data.autoplay) player.play()
      }
      observer('src', apply)
      observer('autoplay', apply)
      observer('muted', apply)
      observer('soundMode', apply)
      lifetime('attached', () => {
        boxOf(self._$).append(player.picture)
        showPlayer(player, () => self.id)
        apply()
      })
      lifetime('detached', () => {
        hidePlayer(player)
        player.stop()
      })
    })
    .register()
}

export const defineLiveElements = (space: CodeSpace): void => {
  defineLivePusher(space)
  defineLivePlayer(space)
}
