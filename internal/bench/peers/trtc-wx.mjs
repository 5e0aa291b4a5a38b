/** trtc-wx-sdk in a page, wired as its README says: the whole `pusher` and `playerList` are set, each time. */
import { USER_SIG } from '../measure/minute.mjs'

const PLAYER = 'agent_main'
const SEAT = { userid: 'agent', playurl: 'room://cloud.tencent.com/rtc?userid=agent&streamtype=main', hasaudio: true }

export const createPage = (TRTC, page, hearsReports) => {
  page.TRTC = new TRTC(page)
  page.setData({ pusher: page.TRTC.createPusher({}).pusherAttributes })
  const { EVENT } = page.TRTC
  const sets = (attributes) => (event) =>
    page.setData({ playerList: page.TRTC.setPlayerAttributes(event.data.player.id, attributes) })
  const handsOn = ({ data }) => page.setData(data)
  page.TRTC.on(EVENT.REMOTE_AUDIO_ADD, sets({ muteAudio: false }))
  page.TRTC.on(EVENT.REMOTE_AUDIO_REMOVE, sets({ muteAudio: true }))
  // The README binds the tags to these as well, and leaves to the page what becomes of them.
  if (!hearsReports) return page
  for (const side of ['LOCAL', 'REMOTE']) {
    page.TRTC.on(EVENT[`${side}_NET_STATE_UPDATE`], handsOn)
    page.TRTC.on(EVENT[`${side}_AUDIO_VOLUME_UPDATE`], handsOn)
  }
  return page
}

/** What happens in the minute of a call, done to that page. */
export const actorsOf = (page) => {
  const sdk = page.TRTC
  const status = (code, message = '') => sdk.pusherEventHandler({ detail: { code, message } })
  const player = { currentTarget: { dataset: { streamid: PLAYER } } }
  const setMic = (enableMic) => page.setData({ pusher: sdk.setPusherAttributes({ enableMic }) })
  const there = { pusher: false, player: false }
  const toPusher = (name, detail) => there.pusher && sdk[name]({ detail })
  const toPlayer = (name, detail) => there.player && sdk[name]({ ...player, detail })
  return {
    started: () => {
      there.pusher = true
      const room = { sdkAppID: 1400000001, strRoomID: 'r1', userID: 'u', userSig: USER_SIG, enableMic: true }
      page.setData({ pusher: sdk.enterRoom(room) }, () => sdk.getPusherInstance().start())
    },
    entered: () => [1001, 1018].forEach((code) => status(code)),
    seatCame: () => {
      there.player = true
      for (const code of [1031, 1034]) status(code, JSON.stringify({ userlist: [SEAT] }))
    },
    playing: () => [2001, 2004].forEach((code) => toPlayer('playerEventHandler', { code })),
    muted: () => setMic(false),
    unmuted: () => setMic(true),
    ended: () => {
      Object.assign(there, { pusher: false, player: false })
      page.setData(sdk.exitRoom())
    },
    volume: (volume) => {
      toPusher('pusherAudioVolumeNotify', { volume })
      toPlayer('playerAudioVolumeNotify', { volume })
    },
    net: (info) => {
      toPusher('pusherNetStatusHandler', { info })
      toPlayer('playerNetStatus', { info })
    },
  }
}
