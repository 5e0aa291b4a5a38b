import { login, checkLogin } from 'tccc-wx-sdk/login'
import { distinctUntilChanged, map } from 'tccc-wx-sdk/rxjs'
import { talkTime } from '../../clock'
import { settings } from '../../settings'
import { words } from '../../words'
import { sameScreen, screenOf } from '../call/screen'

const logIn = () =>
  checkLogin().catch(
    () =>
      new Promise((resolve, reject) => {
        wx.login({ success: ({ code }) => resolve(login({ jsCode: code })), fail: reject })
      }),
  )

// What a video call adds to the screen. A camera that failed leaves the call as audio.
const videoScreenOf = (session, words) => {
  const screen = screenOf(session, words)
  const { desired, state } = session.camera
  const failed = screen.running && state === 'failed'
  return {
    ...screen,
    notice: screen.notice || (screen.held && words.held) || (failed ? words.cameraFailed : ''),
    cameraOn: screen.running && desired === 'on' && !failed,
    seatOn: screen.running && session.remote.hasVideo !== false,
    muted: screen.running && screen.muted,
  }
}

Page({
  data: {
    sdkAppId: '',
    words: {},
    screen: {},
    time: '',
  },

  onLoad({ channelId = settings().channelId }) {
    this.channelId = channelId
    this.words = words()
    this.setData({ sdkAppId: settings().sdkAppId, words: this.words })
    wx.setNavigationBarTitle({ title: this.words.videoTitle })
  },

  onReady() {
    this.sdk = this.selectComponent('#tcccSdk')
    this.watching = this.sdk.session$
      .pipe(
        map((session) => videoScreenOf(session, this.words)),
        distinctUntilChanged(sameScreen),
      )
      .subscribe((screen) => this.setData({ screen }))
    this.watching.add(talkTime(this.sdk).subscribe((time) => this.setData({ time })))
  },

  onUnload() {
    this.watching.unsubscribe()
  },

  async startSession() {
    try {
      await logIn()
      await this.sdk.startSession({ channelId: this.channelId })
    } catch (e) {
      wx.showToast({ icon: 'none', title: e.message })
    }
  },

  endSession() {
    this.sdk.endSession()
  },

  // Also the way to try again with a camera that failed.
  toggleCamera() {
    if (this.data.screen.cameraOn) this.sdk.disableCamera()
    else this.sdk.enableCamera()
  },

  switchCamera() {
    this.sdk.switchCamera()
  },

  toggleMute() {
    if (this.data.screen.muted) this.sdk.unmuteAudio()
    else this.sdk.muteAudio()
  },

  pressKey({ currentTarget }) {
    this.sdk.sendDigits({ digits: currentTarget.dataset.key })
  },

  handleTcccError({ detail }) {
    wx.showToast({ icon: 'none', title: detail.message })
  },
})
