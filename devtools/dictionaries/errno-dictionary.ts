/**
 * `errno` of `wx` functions that failed, as far as a call meets them. None changes a call by itself: before it is
 * dialled the readiness gate asks, and while it goes on a switch that failed is set again.
 */
import { remedy, rowsOf, type StatusCode } from './entry'

const row = rowsOf<'nothing'>()

const privacy = remedy('Declare it in the privacy guide of the mini program.', '在小程序隐私保护指引中声明。')

export const ERRNO_CODES: readonly StatusCode<'nothing'>[] = [
  row(
    3,
    'error',
    'nothing',
    'WeChat',
    'The system does not give WeChat the right',
    '系统未授权微信',
    remedy('A button that calls `wx.openAppAuthorizeSetting`.', '提供调用 `wx.openAppAuthorizeSetting` 的按钮。'),
  ),
  row(
    102,
    'warning',
    'nothing',
    'WeChat',
    'No right; also a media command in the background',
    '没有权限；后台调用也会出现',
  ),
  row(
    103,
    'error',
    'nothing',
    'WeChat',
    'The customer refused',
    '用户拒绝授权',
    remedy('A button that calls `wx.openSetting`.', '提供调用 `wx.openSetting` 的按钮。'),
  ),
  row(
    104,
    'warning',
    'nothing',
    'WeChat',
    'Cancelled, or the privacy guide was not agreed to',
    '用户取消或未同意隐私协议',
  ),
  row(112, 'error', 'nothing', 'WeChat', 'The scope is not in the privacy guide', '隐私协议未声明该权限', privacy),
  row(1025, 'error', 'nothing', 'WeChat', 'WeChat has banned this function here', '隐私接口被封禁', privacy),
  row(101100, 'error', 'nothing', 'WeChat', 'Not declared in the privacy guide', '隐私接口未声明', privacy),
  row(101101, 'error', 'nothing', 'WeChat', 'WeChat has banned this function here', '隐私接口被封禁', privacy),
  row(101102, 'warning', 'nothing', 'WeChat', 'The privacy guide was not agreed to', '用户未同意隐私协议'),
  row(510001, 'warning', 'nothing', 'WeChat', 'Called too often', '调用过于频繁'),
  row(
    600002,
    'error',
    'nothing',
    'WeChat',
    'The host is not on the list',
    '域名不在合法域名列表中',
    remedy('Add it under 开发管理 > 开发设置 > 服务器域名.', '在 开发管理 > 开发设置 > 服务器域名 中添加。'),
  ),
  row(
    600003,
    'warning',
    'nothing',
    'WeChat',
    'The network was interrupted, as in the background',
    '网络中断，如进入后台',
  ),
  row(600007, 'warning', 'nothing', 'WeChat', 'Too many connections at a time', '网络任务超过并发上限'),
  row(605103, 'warning', 'nothing', 'WeChat', 'The WebSocket did not connect', 'WebSocket 连接失败'),
  row(
    1107001,
    'error',
    'nothing',
    'WeChat',
    'The customer is in another call or live room',
    '用户正在其他直播或通话中',
  ),
  row(1107002, 'error', 'nothing', 'WeChat', 'WeChat has no right to the microphone', '微信没有麦克风权限'),
  row(1107003, 'warning', 'nothing', 'WeChat', 'Not allowed in the background', '后台不允许调用'),
  row(1107010, 'warning', 'nothing', 'WeChat', 'No background playback in RTC mode', 'RTC 模式不支持后台播放'),
  row(
    1107013,
    'error',
    'nothing',
    'WeChat',
    'The system gives neither microphone nor camera',
    '系统未授予麦克风或摄像头权限',
  ),
]
