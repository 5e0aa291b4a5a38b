/** `live-pusher` and `live-player` as tags: their attributes and events, and their end when the tag goes. */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { hidePlayer, hidePusher, showPlayer, showPusher } from './on-screen'
import { inItsWords, tellMicrophoneTurned } from './phone-kind'
import { Player } from './player'
import { Pusher, type PusherReport } from './pusher'

type Trigger = (name: string, detail: object) => void

/** Attributes of a phone's tags that have no meaning in a browser, or that WebRTC decides by itself. */
const PUSHER_IGNORES = ['mode', 'muted', 'enableCamera', 'enableAgc', 'enableAns', 'audioVolumeType', 'audioQuality']
const PLAYER_IGNORES = ['mode', 'minCache', 'maxCache', 'objectFit', 'autoPauseIfNavigate', 'autoPauseIfOpenNative']

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

const pusherReport = (trigger: Trigger): PusherReport =>
  inItsWords({
    ...statusReport(trigger),
    error: (errCode, errMsg) => {
      trigger('error', { errCode, errMsg })
    },
  })

const defineLivePusher = (space: CodeSpace): void => {
  space
    .component('wx/live-pusher')
    .definition(ignored(PUSHER_IGNORES))
    .property('url', String)
    .property('autopush', Boolean)
    .property('enableMic', { type: Boolean, value: true })
    .init(({ self, data, observer, lifetime }) => {
      const trigger: Trigger = (name, detail) => {
        self.triggerEvent(name, detail, {})
      }
      const pusher = new Pusher(pusherReport(trigger))
      const apply = () => {
        pusher.setMicrophone(data.enableMic)
        pusher.setUrl(data.url)
        if (data.autopush) pusher.start()
      }
      observer('url', apply)
      observer('autopush', apply)
      observer('enableMic', () => {
        apply()
        tellMicrophoneTurned(pusher.report)
      })
      lifetime('attached', () => {
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
    .init(({ self, data, observer, lifetime }) => {
      const player = new Player(
        statusReport((name, detail) => {
          self.triggerEvent(name, detail, {})
        }),
      )
      const apply = () => {
        player.setMuted(data.muted)
        player.setSoundMode(data.soundMode)
        player.setSrc(data.src)
        if (data.autoplay) player.play()
      }
      observer('src', apply)
      observer('autoplay', apply)
      observer('muted', apply)
      observer('soundMode', apply)
      lifetime('attached', () => {
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

export const LIVE_TAGS = ['live-pusher', 'live-player'] as const

export const defineLiveElements = (space: CodeSpace): void => {
  defineLivePusher(space)
  defineLivePlayer(space)
}
