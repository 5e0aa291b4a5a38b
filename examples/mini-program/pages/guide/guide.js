// The integration guide's sample, as printed. What had to change is listed in the README.
import { login, checkLogin } from 'tccc-wx-sdk/login'
import * as config from '../../config'

Page({
  data: {
    sdkAppId: config.sdkAppId,
    soundMode: 'speaker',
  },

  onReady() {
    // 登录示例代码
    checkLogin().then(() => {
      // 检查登录成功
    }).catch(() => {
      wx.login({
        success: ({ code }) => {
          login({
            jsCode: code,
          }).then(() => {
            // 登录成功
          }).catch(e => {
            wx.showToast({
              icon: 'error',
              title: e.message,
            })
          })
        }
      })
    })
  },

  async startCall() {
    try {
      const channelId = config.channelId;
      const { sessionId } = await this.selectComponent('#tcccSdk').startCall({ channelId });
    } catch (e) {
      wx.showToast({
        icon: 'error',
        title: e.message,
      });
    }
  },

  endCall() {
    this.selectComponent('#tcccSdk').endCall();
  },

  mute() {
    // 静音
    this.selectComponent('#tcccSdk').muteAudio()
  },

  unmute() {
    // 取消静音
    this.selectComponent('#tcccSdk').unmuteAudio()
  },

  switchSoundMode() {
    const soundMode = this.data.soundMode === 'speaker' ? 'ear' : 'speaker';
    this.selectComponent('#tcccSdk').setSoundMode(soundMode);
    this.setData({
      soundMode,
    });
  },

  handleTcccError({ detail: { message } }) {
    wx.showToast({
      icon: 'none',
      title: message,
    })
  },

  handleStart() {
    wx.showToast({
      icon: 'success',
      title: '通话开始',
    })
  },

  handleAccepted(){
    wx.showToast({
      icon: 'none',
      title: '对方已接听',
    })
  },

  handleSessionEnded({ detail: { closeBy } }){
    if (closeBy === 'admin') {
      wx.showToast({
        icon: 'none',
        title: '系统原因挂断',
      })
    } else if(closeBy === 'seat') {
      wx.showToast({
        icon: 'none',
        title: '通话结束，对方已挂断',
      })
    } else {
      // 挂断成功
    }
  },
})
