/**
 * Every error in words. The message is for people: it fits the two lines of a toast without an icon, and what stands
 * before its comma the seven characters of a toast with one. `cause` and `remedy` are for developers; in Chinese they
 * stand in devtools/dictionaries, which no mini program loads.
 */
import type { ErrorCode } from './codes'

export type Locale = 'zh' | 'en'

/** One error in words. */
export interface ErrorEntry {
  readonly zh: string
  readonly en: string
  readonly cause: string
  readonly remedy: string
}

const entry = (zh: string, en: string, cause: string, remedy: string): ErrorEntry => ({ zh, en, cause, remedy })

export const CATALOGUE: Readonly<Record<ErrorCode, ErrorEntry>> = {
  // Reaching the call centre: settings, log-in, line.
  SDK_APP_ID_MISSING: entry(
    '缺少 sdkAppId',
    'No sdkAppId',
    'No sdkAppId was given.',
    'Set it on the component, by configure({ sdkAppId }), or in login.',
  ),
  SDK_APP_ID_UNKNOWN: entry(
    'sdkAppId 无效',
    'Bad sdkAppId',
    'The call centre does not know this sdkAppId.',
    'Copy the sdkAppId from the console of the call centre.',
  ),
  JS_CODE_MISSING: entry(
    '缺少 jsCode',
    'No jsCode',
    'login was called without a jsCode.',
    'Pass the code of wx.login.',
  ),
  JS_CODE_INVALID: entry(
    '登录已失效，请重试',
    'Log-in failed, please try again',
    'The jsCode was used before, or it has expired: it works once, for five minutes.',
    'Call wx.login for a new code and pass it to login at once.',
  ),
  LOGIN_BLOCKED: entry(
    '微信限制登录',
    'Log-in blocked',
    'WeChat takes the account for a risk, and logs it in nowhere.',
    'Nothing in the app: the customer sees the notices of WeChat.',
  ),
  LOGIN_REQUIRED: entry(
    '请先登录',
    'Please log in',
    'There is no valid log-in: none was made, or it has expired.',
    'Call login with a new code of wx.login.',
  ),
  TOKEN_EXPIRED: entry(
    '登录已过期，请重新登录',
    'Log-in expired, please log in again',
    'The call centre does not take the log-in any more; a new line cannot be opened with it.',
    'Call login with a new code of wx.login. At any time: a running call is not touched.',
  ),
  HOST_INVALID: entry(
    '服务器地址无效',
    'Invalid host',
    'configure got a host that is not https, or that has more than a name and a port.',
    'Pass https://calls.example.com; http is for this machine, and in development for the local network.',
  ),
  HOST_NOT_ALLOWED: entry(
    '域名未配置',
    'Host blocked',
    'WeChat does not allow this host.',
    'Add the hosts of the guide under 开发管理 > 开发设置 > 服务器域名.',
  ),
  TOO_MANY_SOCKETS: entry(
    '连接过多，请稍后重试',
    'Too many, try again later',
    'A mini program may have five sockets open at once, and all are in use.',
    'Close a socket of your own: this package needs one for the whole app.',
  ),
  NETWORK: entry(
    '网络异常，请重试',
    'Network error, please try again',
    'The request did not reach the call centre.',
    'Try again with a network.',
  ),
  NETWORK_LOST: entry(
    '网络已断开，请重新呼叫',
    'Line lost, please call again',
    'The line was lost for longer than the call centre keeps a call.',
    'Call again.',
  ),
  SERVER_ERROR: entry(
    '服务异常，请稍后重试',
    'Server error, try later',
    'The call centre answered with an error.',
    'Try again later.',
  ),
  NOT_ALLOWED: entry(
    '没有通话权限',
    'Not allowed',
    'The call centre does not allow this customer to call.',
    'Check that the log-in belongs to this sdkAppId.',
  ),
  TAKEN_OVER: entry(
    '已在别处通话',
    'Taken over, the line is used elsewhere',
    'Another socket took over this line.',
    'Call again; if it comes back, look for a second socket that resumes the same link.',
  ),

  // Calling: what was asked for, and the phone.
  CHANNEL_MISSING: entry('缺少 channelId', 'No channelId', 'startCall has no channelId.', 'Pass the id of the entry.'),
  CHANNEL_INVALID: entry(
    '呼叫入口无效',
    'Invalid entry',
    'startCall has a channelId that is no text of 1 to 128 characters.',
    'Copy the channelId from the console of the call centre.',
  ),
  CHANNEL_UNKNOWN: entry(
    '呼叫入口不存在',
    'No such entry',
    'The call centre has no entry with this channelId.',
    'Copy the channelId from the console of the call centre.',
  ),
  CALL_IN_PROGRESS: entry(
    '正在通话中',
    'In a call, hang up first',
    'startCall during a call; the running call goes on.',
    'Wait for sessionEnded, or call endCall first.',
  ),
  TOO_BUSY: entry(
    '系统繁忙，请稍后再试',
    'Too busy, try later',
    'The call centre takes no more calls now.',
    'Try again later.',
  ),
  CANCELLED: entry(
    '已取消',
    'Cancelled',
    'The call was hung up before the call centre answered, or logout was called before log-in was done.',
    'Nothing: this was asked for.',
  ),
  NO_ANSWER: entry(
    '暂时无法接通，请稍后再拨',
    'No answer, please call again',
    'A policy ended the call before the call centre answered.',
    'Try again; the end names the policy in its cause.',
  ),
  NOT_ATTACHED: entry(
    '组件未就绪',
    'Not ready',
    'The call was used while nothing subscribed to it: the component is not attached.',
    'Use the component between attached and detached; without it, subscribe to session$ first.',
  ),
  MICROPHONE_REFUSED: entry(
    '麦克风未授权，请在设置中允许',
    'Microphone off, please allow it in the settings',
    'The customer refused the microphone.',
    'Offer a button that calls wx.openSetting.',
  ),
  MICROPHONE_FAILED: entry(
    '麦克风不可用，请关闭其他录音应用',
    'No microphone, close other apps that record',
    'The microphone did not open, or another app uses it.',
    'Close other calls and apps that record, then call again.',
  ),
  CAMERA_REFUSED: entry(
    '摄像头未授权，通话以语音继续',
    'Camera off, the call goes on as audio',
    'The customer refused the camera.',
    'Offer a button that calls wx.openSetting, then enableCamera.',
  ),
  CAMERA_FAILED: entry(
    '摄像头不可用，通话以语音继续',
    'No camera, the call goes on as audio',
    'The camera did not open, or its picture could not be encoded.',
    'Offer a button that calls enableCamera, which tries again.',
  ),
  WECHAT_TOO_OLD: entry(
    '请更新微信',
    'Update WeChat, please',
    'Calls need base library 2.10.0, and WeChat 7.0.9 on iOS or 7.0.8 on Android.',
    'Offer a button that calls wx.updateWeChatApp.',
  ),
  LIVE_PUSHER_MISSING: entry(
    '不支持通话，请使用手机微信',
    'Not supported, please use WeChat on a phone',
    'This WeChat has no live-pusher.',
    'Offer another way to get in touch.',
  ),
  PRIVACY_REFUSED: entry(
    '未同意隐私指引，请同意后重试',
    'Privacy guide, please agree to it',
    'The customer did not agree to the privacy guide, or it does not declare the microphone.',
    'Declare microphone and camera in the privacy guide. The next call asks again, 10 s after a refusal at the earliest.',
  ),
  MICROPHONE_BLOCKED: entry(
    '麦克风被禁用，请允许微信使用',
    'Microphone off, allow it for WeChat',
    'The system does not let WeChat use the microphone.',
    'Offer a button that calls wx.openAppAuthorizeSetting.',
  ),
  CAMERA_BLOCKED: entry(
    '摄像头被禁用，请允许微信使用',
    'Camera off, allow it for WeChat',
    'The system does not let WeChat use the camera; a video call goes on as audio.',
    'Offer a button that calls wx.openAppAuthorizeSetting.',
  ),
  PHONE_IN_CALL: entry(
    '正在其他通话中，请稍后重试',
    'Phone is busy, end the other call first',
    'WeChat says that the customer is in another call or live stream.',
    'End that one, then call again.',
  ),
  ROOM_FAILED: entry(
    '语音连接失败，请重新呼叫',
    'Voice failed, please call again',
    'The media room could not be entered, or was lost for good.',
    'Call again; when it stays so, check the right to live-pusher and live-player.',
  ),
  INTENT_INVALID: entry(
    '请求无效',
    'Bad request',
    'dispatch was given no intent, or one with a field that is too long or of a wrong type; or startCall such a field.',
    'Pass what hangUp, mute, sendDigits and the others return.',
  ),
  POLICIES_INVALID: entry(
    '通话策略无效',
    'Bad policies',
    'policies names one that is not in force by itself, or options that it cannot take; or use was given none.',
    'The cause says which. Until it is mended, the policies of before are in force, or the defaults.',
  ),
  SOUND_MODE_INVALID: entry('声音模式无效', 'Bad sound mode', 'Neither speaker nor ear.', "Pass 'speaker' or 'ear'."),
  DIGITS_INVALID: entry(
    '按键无效',
    'Invalid keys',
    'sendDigits takes 1 to 32 of 0-9, * and #.',
    'Check the digits before you send them.',
  ),
  CONTEXT_INVALID: entry('附加信息无效', 'Bad context', 'No plain object, or above 4,096 bytes as JSON.', 'Pass less.'),
  NOT_SUPPORTED: entry(
    '暂不支持',
    'Not supported',
    'The call centre cannot do it; the call goes on.',
    'Update the call centre.',
  ),
  NOT_IN_CALL: entry(
    '当前没有通话',
    'No call',
    'This needs a call that the call centre has answered.',
    'Wait for sessionStart.',
  ),
  NOT_A_VIDEO_CALL: entry('当前是语音通话', 'Audio call', 'An audio call has no camera.', 'Call with startSession.'),
  VIDEO_TAGS_MISSING: entry(
    '缺少视频组件',
    'No video tags',
    'tccc-pusher or tccc-player does not stand inside of tccc-wx-sdk.',
    'Put both between its tags; see the page on video.',
  ),
  SECOND_COPY: entry(
    '本包有两份',
    'Two copies',
    'Two copies of tccc-wx-sdk are in this app; they share neither log-in nor settings.',
    'Install it once: in the main package, or in one subpackage.',
  ),
  SYSTEM: entry('系统错误', 'System error', 'The call centre refused the call.', 'The cause holds its words.'),
}
