import { forgetSettings, keepSettings, settings } from '../../settings'

const chinese = {
  title: '设置',
  what: '用于开发：让这部手机呼叫同一局域网内的电脑。在电脑上运行 npm start -- --lan，然后扫描终端里的二维码。',
  scan: '扫码',
  host: '呼叫中心地址',
  sdkAppId: 'SDKAppID',
  channelId: '呼叫入口',
  save: '保存并呼叫',
  reset: '恢复默认',
  wrongCode: '这不是 npm start -- --lan 的二维码',
  wrongHost: '地址无效，或这是正式版：正式版只接受 https 与域名',
}

const english = {
  title: 'Settings',
  what: 'For development: this phone calls a computer in the same local network. Run npm start -- --lan there, and scan the code in its terminal.',
  scan: 'Scan',
  host: 'Address of the call centre',
  sdkAppId: 'SDKAppID',
  channelId: 'Entry',
  save: 'Save and call',
  reset: 'Back to the defaults',
  wrongCode: 'This is not the code of npm start -- --lan',
  wrongHost: 'Not a host; or this is a release, which takes https and a name only',
}

const read = (text) => {
  try {
    const { host, sdkAppId, channelId } = JSON.parse(text)
    return [host, sdkAppId, channelId].every((each) => typeof each === 'string') ? { host, sdkAppId, channelId } : null
  } catch {
    return null
  }
}

Page({
  data: { words: {}, host: '', sdkAppId: '', channelId: '' },

  onLoad() {
    const words = /^zh/i.test(wx.getSystemInfoSync().language) ? chinese : english
    this.setData({ words, ...settings() })
    wx.setNavigationBarTitle({ title: words.title })
  },

  scan() {
    wx.scanCode({
      scanType: ['qrCode'],
      success: ({ result }) => {
        const found = read(result)
        if (found === null) this.say(this.data.words.wrongCode)
        else this.setData(found)
      },
    })
  },

  type({ currentTarget, detail }) {
    this.setData({ [currentTarget.dataset.field]: detail.value.trim() })
  },

  save() {
    const { host, sdkAppId, channelId } = this.data
    try {
      keepSettings({ host, sdkAppId, channelId })
    } catch {
      this.say(this.data.words.wrongHost)
      return
    }
    wx.reLaunch({ url: '/pages/call/call' })
  },

  reset() {
    forgetSettings()
    this.setData(settings())
  },

  say(title) {
    wx.showToast({ icon: 'none', title })
  },
})
