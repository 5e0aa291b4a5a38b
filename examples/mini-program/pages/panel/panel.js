import { centre } from './centre'

// 整个通话页面都在 call-panel 里：登录、权限、菜单、排队、通话、文字。The whole call page is in call-panel.
Page({
  data: {
    sdkAppId: '',
    channelId: '',
    media: 'audio',
    context: { page: 'pages/panel/panel' },
  },

  onLoad({ channelId = centre().channelId, media = 'audio' }) {
    this.setData({ sdkAppId: centre().sdkAppId, channelId, media })
  },

  handleSessionEnded({ detail: { endStatus } }) {
    if (endStatus === 'ok') wx.showToast({ icon: 'none', title: '谢谢 · Thank you' })
  },
})
