/** The few words below a marble. */
import type { CallEvent } from '../../lib/call/event'
import type { ClientMessage } from '../../lib/link/messages'
import type { Language } from './explain-words'

type Named = CallEvent | ClientMessage

const zh: Readonly<Record<Exclude<Named['type'], 'intent/aside' | 'call/aside'>, string>> = {
  'intent/startCall': '拨号',
  'intent/hangUp': '挂断',
  'intent/mute': '静音',
  'intent/unmute': '取消静音',
  'intent/setSoundMode': '切换声音',
  'intent/setCamera': '摄像头',
  'intent/switchCamera': '翻转镜头',
  'intent/sendDigits': '按键',
  'intent/notify': '通知',
  'call/start': '拨号',
  'call/hangUp': '挂断',
  'call/digits': '按键',
  'call/hold': '打断',
  'call/rejoin': '要房间',
  'call/started': '已应答',
  'call/refused': '被拒绝',
  'call/ivr': '菜单',
  'call/queued': '排队',
  'call/ringing': '振铃',
  'call/accepted': '接通',
  'call/held': '保持',
  'call/room': '新房间',
  'call/ended': '结束',
  'line/opening': '正在连接',
  'line/up': '已连接',
  'line/lost': '断线',
  'line/gaveUp': '放弃重连',
  'line/slow': '缓慢',
  'line/invalid': '无效报文',
  'line/closed': '已关闭',
  'pusher/status': '推流状态',
  'pusher/error': '推流错误',
  'player/status': '拉流状态',
  'media/applied': '开关生效',
  'media/failed': '开关失败',
  'media/due': '重试媒体',
  'quality/measured': '网络质量',
  'quality/advised': '网络提示',
  'app/hidden': '切到后台',
  'app/shown': '回到前台',
  'audio/interrupted': '声音被占',
  'audio/resumed': '声音恢复',
  'network/changed': '网络变化',
  'network/weak': '弱网',
  'phone/ready': '手机就绪',
  'phone/unready': '手机未就绪',
  'policy/failed': '策略出错',
  'source/failed': '来源出错',
}

/** What an aside is about. */
const zhAbout: Readonly<Partial<Record<string, string>>> = {
  ...{ context: '附加信息', text: '文字', waiting: '离线排队', rating: '评分' },
}

/** A policy by its name, a status by its code, an aside by what it is about, all others by their type: in English as the code has it. */
export const marbleWords = (event: Named, language: Language): string => {
  if ('policy' in event) return event.policy
  if ('code' in event && typeof event.code === 'number') return String(event.code)
  if (event.type === 'intent/aside' || event.type === 'call/aside') {
    return (language === 'zh' ? zhAbout[event.about] : undefined) ?? event.about
  }
  const { type } = event
  // A recording may hold events of a type that is not known here.
  const isKnown = language === 'zh' && Object.prototype.hasOwnProperty.call(zh, type)
  return isKnown ? zh[type] : type.slice(type.indexOf('/') + 1)
}
