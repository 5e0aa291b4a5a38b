/** What the SDK does about a code, and on what evidence, in words for the docs. No mini program loads it. */
import type { Bilingual } from './entry'
import type { PlayerMeaning, PusherMeaning } from '../../lib/status-codes/status-codes'

export interface Action extends Bilingual {
  /** What else has to be so before it counts. */
  readonly evidence?: Bilingual
}

const action = (en: string, zh: string, evidence?: readonly [en: string, zh: string]): Action =>
  evidence === undefined ? { en, zh } : { en, zh, evidence: { en: evidence[0], zh: evidence[1] } }

export const PUSHER_ACTIONS: Readonly<Record<PusherMeaning, Action>> = {
  connecting: action('`local` is connecting', '`local` 为 connecting', [
    'unless it is up; a room that is not entered within 15 s is dead, as below',
    '已连通时忽略；15 秒内未进入房间，视同下面的 `roomDead`',
  ]),
  pushing: action('`local` is up', '`local` 为 up', [
    'an address without a room; in a room 1018 says so',
    '仅限无房间的地址；有房间时以 1018 为准',
  ]),
  entered: action('`local` is up', '`local` 为 up', ['unless the microphone failed', '麦克风失败时忽略']),
  reconnecting: action(
    '`local` is reconnecting; the switches are set again afterwards',
    '`local` 为 reconnecting，恢复后重设各开关',
    ['the call goes on: `endWhenMediaLost` decides', '通话继续，由 `endWhenMediaLost` 决定'],
  ),
  left: action('`local` has failed; after a second a fresh room is asked for', '`local` 为 failed，一秒后申请新房间', [
    'nobody hung up, and no other room is being entered',
    '无人挂断，且未在进入其他房间',
  ]),
  remoteJoined: action('the one who joined last is heard', '播放最后进房者'),
  remoteUsers: action(
    'address, sound and picture of the one who is heard are taken over',
    '更新正在播放者的地址与音视频状态',
  ),
  remoteLeft: action('the player goes; the call does not end', '移除播放器，通话不结束', [
    'the call centre ends it, or `endWhenMediaLost` does',
    '由呼叫中心或 `endWhenMediaLost` 结束',
  ]),
  microphoneTurned: action('`microphone` is as it was wished', '`microphone` 已按期望生效'),
  interrupted: action('`interruption`; on return all is set again', '记为 `interruption`，返回后重设', [
    'a call, or the floating window when the app is hidden',
    '来电；应用在后台时则为悬浮窗被关闭',
  ]),
  suspended: action('`interruption`; on return all is set again', '记为 `interruption`，返回后重设'),
  cameraFailed: action('the call goes on as audio, with `CAMERA_FAILED`', '转为语音通话，报 `CAMERA_FAILED`', [
    'the camera was wanted',
    '仅当期望开启摄像头',
  ]),
  cameraRefused: action('the call goes on as audio, with `CAMERA_REFUSED`', '转为语音通话，报 `CAMERA_REFUSED`', [
    'the camera was wanted',
    '仅当期望开启摄像头',
  ]),
  microphoneFailed: action('the call ends with `MICROPHONE_FAILED`', '以 `MICROPHONE_FAILED` 结束通话', [
    'after a second in which 10002 may say that it was refused; in an interruption the room is entered anew first',
    '等待一秒，期间若有 10002 则为被拒绝；处于打断时先重新进房',
  ]),
  microphoneRefused: action('the call ends with `MICROPHONE_REFUSED`', '以 `MICROPHONE_REFUSED` 结束通话'),
  roomDead: action(
    'a fresh room is asked for, three times at most; then `ROOM_FAILED`',
    '申请新房间，至多三次，其后为 `ROOM_FAILED`',
    [
      'after 1, 3 and 9 s, with the line up and no interruption: an end of the call centre comes first',
      '分别等待 1、3、9 秒，且连接正常、无打断：呼叫中心的结束优先',
    ],
  ),
  roomRefused: action('the call ends with `ROOM_FAILED`', '以 `ROOM_FAILED` 结束通话'),
  nothing: action('kept in `event$` and the black box', '保留在 `event$` 与黑匣子中'),
}

export const PLAYER_ACTIONS: Readonly<Record<PlayerMeaning, Action>> = {
  connecting: action('`remote` is connecting', '`remote` 为 connecting', ['unless it is up', '已连通时忽略']),
  up: action('`remote` is up', '`remote` 为 up'),
  reconnecting: action('`remote` is reconnecting', '`remote` 为 reconnecting', [
    'the call goes on: `endWhenMediaLost` decides',
    '通话继续，由 `endWhenMediaLost` 决定',
  ]),
  failed: action('the player is made anew, three times at most', '重建播放器，至多三次', [
    'after 1, 3 and 9 s: the seat may have left (1032), or be silent by the list of the room',
    '分别等待 1、3、9 秒：坐席可能已离开（1032），或房间列表表明其静音',
  ]),
  dead: action('a fresh room is asked for', '申请新房间', [
    'after 1, 3 and 9 s: the seat may have left (1032)',
    '分别等待 1、3、9 秒：坐席可能已离开（1032）',
  ]),
  rerouted: action('the wanted sound mode is set again', '重新设置所要的声音模式', [
    'while it plays, with no interruption, once in 3 s: the next one may be the echo',
    '播放中且无打断时，3 秒内一次：随后的可能是回声',
  ]),
  nothing: action('kept in `event$` and the black box', '保留在 `event$` 与黑匣子中'),
}
