import { login, checkLogin } from 'tccc-wx-sdk/login'
import { gapOf, resolveGap } from 'tccc-wx-sdk/readiness'
import { distinctUntilChanged, map } from 'tccc-wx-sdk/rxjs'
import { tones } from 'tccc-wx-sdk/tones'
import { talkTime } from '../../clock'
import { settings } from '../../settings'
import { words } from '../../words'
import { sameScreen, screenOf } from './screen'

Page({
  data: {
    sdkAppId: '',
    words: {},
    screen: {},
    time: '',
    keypadKeys: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'],
    keypadOpen: false,
    digits: '',
    inspecting: false,
  },

  onLoad({ channelId = settings().channelId, inspector }) {
    this.channelId = channelId
    this.words = words()
    this.setData({ sdkAppId: settings().sdkAppId, words: this.words, inspecting: inspector !== undefined })
    wx.setNavigationBarTitle({ title: this.words.title })
  },

  onReady() {
    this.logIn()
    const sdk = this.selectComponent('#tcccSdk')
    this.watching = sdk.session$
      .pipe(
        map((session) => screenOf(session, this.words)),
        distinctUntilChanged(sameScreen),
      )
      .subscribe((screen) => this.render(screen))
    this.watching.add(talkTime(sdk).subscribe((time) => this.setData({ time })))
    // 坐席振铃时的回铃音，对方挂断后的忙音
    this.watching.add(tones(sdk.session$).subscribe())
  },

  onUnload() {
    this.watching.unsubscribe()
  },

  render(screen) {
    const phaseChanged = screen.phase !== this.data.screen.phase
    this.setData(phaseChanged ? { screen, keypadOpen: false, digits: '' } : { screen })
  },

  logIn() {
    checkLogin()
      .then(() => {
        // 检查登录成功
      })
      .catch(() => {
        wx.login({
          success: ({ code }) => {
            login({
              jsCode: code,
            })
              .then(() => {
                // 登录成功
              })
              .catch((e) => {
                wx.showToast({
                  icon: 'error',
                  title: e.message,
                })
              })
          },
        })
      })
  },

  async startCall() {
    try {
      const { channelId } = this
      await this.selectComponent('#tcccSdk').startCall({ channelId })
    } catch (e) {
      this.handleNotCalled(e)
    }
  },

  // 能在设置里解决的（如麦克风被拒绝），给一个去设置的按钮
  handleNotCalled(e) {
    const { action } = gapOf(e.code)
    if (action === null || action === 'logIn') {
      wx.showToast({
        icon: 'error',
        title: e.message,
      })
    } else {
      wx.showModal({
        content: e.message,
        confirmText: this.words.settings,
        cancelText: this.words.cancel,
        success: ({ confirm }) => confirm && resolveGap(e),
      })
    }
  },

  endCall() {
    this.selectComponent('#tcccSdk').endCall()
  },

  toggleMute() {
    if (this.data.screen.muted) this.selectComponent('#tcccSdk').unmuteAudio()
    else this.selectComponent('#tcccSdk').muteAudio()
  },

  toggleSoundMode() {
    const soundMode = this.data.screen.soundMode === 'speaker' ? 'ear' : 'speaker'
    this.selectComponent('#tcccSdk').setSoundMode(soundMode)
  },

  toggleKeypad() {
    this.setData({ keypadOpen: !this.data.keypadOpen })
  },

  pressKey({ currentTarget }) {
    const digits = currentTarget.dataset.key
    this.selectComponent('#tcccSdk').sendDigits({ digits })
    this.setData({ digits: (this.data.digits + digits).slice(-16) })
  },

  handleTcccError({ detail }) {
    wx.showToast({
      icon: 'none',
      title: detail.message,
    })
  },

  handleAccepted() {
    wx.showToast({
      icon: 'none',
      title: this.words.accepted,
    })
  },

  handleSessionEnded({ detail: { closeBy } }) {
    if (closeBy === 'admin') {
      wx.showToast({
        icon: 'none',
        title: this.words.endedByAdmin,
      })
    } else if (closeBy === 'seat') {
      wx.showToast({
        icon: 'none',
        title: this.words.endedBySeat,
      })
    } else {
      // 挂断成功
    }
  },
})
