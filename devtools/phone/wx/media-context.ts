import { currentPlayer, currentPusher } from '../elements/on-screen'
import { type Callbacks, fail, succeed } from './callbacks'

type Ok = Callbacks<{ readonly errMsg: string }>

/** Does it to the tag on the page, if there is one. */
const command =
  <Tag>(name: string, find: () => Tag | undefined, act: (tag: Tag) => void) =>
  (options?: Ok) => {
    const tag = find()
    if (tag === undefined) {
      fail(options, { errMsg: `${name}:fail no such tag on the page` })
      return
    }
    act(tag)
    succeed(options, { errMsg: `${name}:ok` })
  }

export const mediaContextApi = {
  createLivePusherContext: () => ({
    start: command('operateLivePusher', currentPusher, (pusher) => {
      pusher.start()
    }),
    stop: command('operateLivePusher', currentPusher, (pusher) => {
      pusher.stop()
    }),
    pause: command('operateLivePusher', currentPusher, (pusher) => {
      pusher.setPaused(true)
    }),
    switchCamera: (options?: Ok) => {
      const turning = currentPusher()?.switchCamera() ?? Promise.resolve(false)
      void turning.then((turned) => {
        if (turned) succeed(options, { errMsg: 'operateLivePusher:ok' })
        else fail(options, { errMsg: 'operateLivePusher:fail no other camera' })
      })
    },
    resume: command('operateLivePusher', currentPusher, (pusher) => {
      pusher.setPaused(false)
    }),
  }),
  createLivePlayerContext: (id: string) => ({
    play: command(
      'operateLivePlayer',
      () => currentPlayer(id),
      (player) => {
        player.play()
      },
    ),
    stop: command(
      'operateLivePlayer',
      () => currentPlayer(id),
      (player) => {
        player.stop()
      },
    ),
    mute: command(
      'operateLivePlayer',
      () => currentPlayer(id),
      (player) => {
        player.toggleMuted()
      },
    ),
  }),
}
