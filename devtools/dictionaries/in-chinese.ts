/** The catalogue in Chinese, for developers: docs/understand/errors.zh-CN.md and `explain`. No mini program loads it. */
import type { ErrorCode, ReportErrorCode } from '../../lib/errors/codes'

export interface ChineseEntry {
  readonly cause: string
  readonly remedy: string
}

const entry = (cause: string, remedy: string): ChineseEntry => ({ cause, remedy })

export const IN_CHINESE: Readonly<Record<ErrorCode | ReportErrorCode, ChineseEntry>> = {
  SDK_APP_ID_MISSING: entry(
    '没有给出 sdkAppId。',
    '设置组件的 sdkAppId 属性，或调用 configure({ sdkAppId })，或传给 login。',
  ),
  SDK_APP_ID_UNKNOWN: entry('呼叫中心不认识这个 sdkAppId。', '从呼叫中心控制台复制 sdkAppId。'),
  JS_CODE_MISSING: entry('调用 login 时没有 jsCode。', '传入 wx.login 得到的 code。'),
  JS_CODE_INVALID: entry(
    'jsCode 已用过或已过期：它只能用一次，五分钟内有效。',
    '调用 wx.login 取得新的 code，立即传给 login。',
  ),
  LOGIN_BLOCKED: entry('微信认为该账号有风险，拒绝登录。', '应用无需处理：请客户查看微信的通知。'),
  LOGIN_REQUIRED: entry('没有有效的登录：未登录，或登录已过期。', '用 wx.login 的新 code 调用 login。'),
  TOKEN_EXPIRED: entry(
    '呼叫中心不再接受这次登录，无法用它建立新的连接。',
    '用 wx.login 的新 code 调用 login。随时可以调用，不影响进行中的通话。',
  ),
  HOST_INVALID: entry(
    'configure 得到的 host 不是 https，或者除域名和端口外还有别的内容。',
    "传入 configure({ host: 'https://calls.example.com' })；http 仅限本机（如 http://127.0.0.1:7100）；开发版与体验版也可用局域网 IP。",
  ),
  HOST_NOT_ALLOWED: entry('微信不允许访问这个域名。', '在“开发管理 > 开发设置 > 服务器域名”中加入接入指南列出的域名。'),
  TOO_MANY_SOCKETS: entry(
    '一个小程序最多同时打开五个 socket，这个应用已经全部用完。',
    '关闭一个自己的 socket：本包整个应用只需要一个。',
  ),
  NETWORK: entry('请求没有到达呼叫中心。', '有网络后重试。'),
  NETWORK_LOST: entry('连接中断的时间超过了呼叫中心保留通话的时间。', '重新呼叫。'),
  SERVER_ERROR: entry('呼叫中心返回了错误。', '稍后重试。'),
  NOT_ALLOWED: entry('呼叫中心不允许该客户呼叫。', '检查登录是否属于这个 sdkAppId。'),
  TAKEN_OVER: entry('另一个 socket 接管了这条线路。', '重新呼叫；若再次出现，检查是否有第二个 socket 续接同一条链路。'),
  CHANNEL_MISSING: entry('startCall 没有 channelId。', '传入呼叫入口的 id。'),
  CHANNEL_INVALID: entry('startCall 的 channelId 不是 1 到 128 个字符的文本。', '从呼叫中心控制台复制 channelId。'),
  CHANNEL_UNKNOWN: entry('呼叫中心没有这个 channelId 对应的入口。', '从呼叫中心控制台复制 channelId。'),
  CALL_IN_PROGRESS: entry('通话中又调用了 startCall；进行中的通话不受影响。', '等待 sessionEnded，或先调用 endCall。'),
  TOO_BUSY: entry('呼叫中心暂时不接受更多呼叫。', '稍后重试。'),
  CANCELLED: entry('呼叫中心应答之前已挂断，或登录完成之前调用了 logout。', '无需处理：这是主动取消。'),
  NO_ANSWER: entry('呼叫中心应答之前，某个策略结束了呼叫。', '重试；结束信息的 cause 写明了是哪个策略。'),
  NOT_ATTACHED: entry(
    '没有任何订阅时使用了通话：组件不在页面上。',
    '在组件的 attached 与 detached 之间使用；不用组件时，先订阅 session$。',
  ),
  MICROPHONE_REFUSED: entry('客户拒绝了麦克风权限。', '提供一个调用 wx.openSetting 的按钮。'),
  MICROPHONE_FAILED: entry('麦克风没有打开，或被其他应用占用。', '关闭其他通话和录音应用后重新呼叫。'),
  CAMERA_REFUSED: entry('客户拒绝了摄像头权限。', '提供一个按钮：调用 wx.openSetting，再调用 enableCamera。'),
  CAMERA_FAILED: entry('摄像头没有打开，或画面无法编码。', '提供一个调用 enableCamera 的按钮，它会重试。'),
  WECHAT_TOO_OLD: entry(
    '通话需要基础库 2.10.0，iOS 微信 7.0.9 或 Android 微信 7.0.8。',
    '提供一个调用 wx.updateWeChatApp 的按钮。',
  ),
  LIVE_PUSHER_MISSING: entry('当前微信没有 live-pusher。', '提供其他联系方式。'),
  PRIVACY_REFUSED: entry(
    '客户没有同意隐私保护指引，或指引中没有声明麦克风。',
    '在隐私保护指引中声明麦克风和摄像头。下次呼叫会再次询问，拒绝后至少间隔 10 秒。',
  ),
  MICROPHONE_BLOCKED: entry('系统不允许微信使用麦克风。', '提供一个调用 wx.openAppAuthorizeSetting 的按钮。'),
  CAMERA_BLOCKED: entry(
    '系统不允许微信使用摄像头；视频通话以语音继续。',
    '提供一个调用 wx.openAppAuthorizeSetting 的按钮。',
  ),
  PHONE_IN_CALL: entry('微信表示客户正在其他通话或直播中。', '结束后重新呼叫。'),
  ROOM_FAILED: entry(
    '无法进入音视频房间，或与房间的连接已彻底断开。',
    '重新呼叫；若仍如此，检查 live-pusher 与 live-player 的组件权限。',
  ),
  INTENT_INVALID: entry(
    '传给 dispatch 的不是意图，或者传给它或 startCall 的某个字段太长、类型不对。',
    '传入 hangUp、mute、sendDigits 等函数的返回值。',
  ),
  POLICIES_INVALID: entry(
    '属性 policies 写了不是默认启用的策略，或策略不接受的选项；或者传给 use 的不是策略。',
    'cause 写明了是哪一个。改正之前，沿用先前的策略或默认策略。',
  ),
  SOUND_MODE_INVALID: entry('既不是 speaker 也不是 ear。', "传入 'speaker' 或 'ear'。"),
  DIGITS_INVALID: entry('sendDigits 接受 1 到 32 个按键：0-9、* 与 #。', '发送前检查按键。'),
  CONTEXT_INVALID: entry('附加信息不是普通对象，或其 JSON 超过 4,096 字节。', '少传一些。'),
  NOT_SUPPORTED: entry('呼叫中心不认识所请求的功能；通话照常继续。', 'cause 写明了是哪一项。升级呼叫中心。'),
  NOT_IN_CALL: entry('这一操作需要呼叫中心已应答的通话。', '等待 sessionStart。'),
  NOT_A_VIDEO_CALL: entry('语音通话没有摄像头。', '用 startSession 呼叫。'),
  VIDEO_TAGS_MISSING: entry(
    'tccc-pusher 或 tccc-player 不在 tccc-wx-sdk 里面。',
    '把两者都放在它的标签之间；见视频一页。',
  ),
  SECOND_COPY: entry(
    '小程序里有两份本包：它们不共享登录与设置。',
    '只装一份：装在主包，或只装在一个分包。它不会中断通话，只写在控制台里。',
  ),
  SYSTEM: entry('呼叫中心拒绝了呼叫。', '原话在 cause 里。'),

  // Only of sendRecording.
  CALL_UNKNOWN: entry(
    '录制文件没有记录呼叫中心所知道的、这位客户的通话。',
    '在 sessionStart 之后、用拨打时的登录、在记录保存期内发送。',
  ),
  RECORDING_INVALID: entry(
    '呼叫中心无法使用这份录制：不是录制文件、过大，或由它不认识的更新版本写成。',
    '传入组件 recording() 的返回值；若已如此，请升级呼叫中心。',
  ),
  RECORDINGS_OFF: entry('呼叫中心不接收录制文件。', '在其配置中设置 recordings，或升级呼叫中心。'),
}
