/** The errors of reaching the call centre: settings, log-in, line. */
import type { ErrorCode } from './codes'
import { entry, type ErrorEntry } from './entry'

export const REACHING = {
  SDK_APP_ID_MISSING: entry(
    '缺少 sdkAppId',
    'No sdkAppId',
    'No sdkAppId was given.',
    'Set the sdkAppId property of the component, call configure({ sdkAppId }), or pass it to login.',
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
    'Call login with a new code of wx.login. It can be done at any time: a call that goes on is not touched.',
  ),
  HOST_INVALID: entry(
    '服务器地址无效',
    'Invalid host',
    'configure got a host that is not https, or that has more than a name and a port.',
    "Pass configure({ host: 'https://calls.example.com' }); http is for this machine only, as in http://127.0.0.1:7100.",
  ),
  HOST_NOT_ALLOWED: entry(
    '域名未配置',
    'Host blocked',
    'WeChat does not allow this host.',
    'Add the hosts of the guide under 开发管理 > 开发设置 > 服务器域名.',
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
} satisfies Partial<Record<ErrorCode, ErrorEntry>>
