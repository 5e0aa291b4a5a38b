/** live-player: `code` of `statechange`. */
import { rowsOf, type StatusCode } from './entry'
import type { PlayerMeaning } from './player-codes'

const row = rowsOf<PlayerMeaning>()

export const PLAYER_DICTIONARY: readonly StatusCode<PlayerMeaning>[] = [
  row(2001, 'info', 'connecting', 'WeChat', 'Connected to the server', '已连接服务器'),
  row(2002, 'info', 'connecting', 'WeChat', 'The stream begins', '开始拉流'),
  row(2003, 'info', 'nothing', 'WeChat', 'The first picture has arrived', '收到首个视频数据包'),
  row(2004, 'info', 'up', 'WeChat', 'It plays', '视频播放开始'),
  row(2005, 'info', 'nothing', 'WeChat', 'Progress, told all the time', '播放进度，频繁上报'),
  row(2006, 'warning', 'failed', 'WeChat', 'The stream is over', '视频播放结束'),
  row(2007, 'hint', 'nothing', 'WeChat', 'It loads', '视频播放加载中'),
  row(2008, 'info', 'nothing', 'WeChat', 'The decoder runs', '解码器启动'),
  row(2009, 'info', 'nothing', 'WeChat', 'The resolution has changed', '视频分辨率改变'),
  row(2012, 'info', 'nothing', 'Tencent Cloud', 'A message inside of the stream', '流内 SEI 消息'),
  row(2030, 'info', 'nothing', 'WeChat', 'Another sound device, such as headphones', '音频设备改变，如插拔耳机'),
  row(2032, 'info', 'nothing', 'WeChat', 'The first picture is shown', '视频渲染首帧'),
  row(2101, 'hint', 'nothing', 'WeChat', 'A picture was not decoded', '当前视频帧解码失败'),
  row(2102, 'hint', 'nothing', 'WeChat', 'A piece of sound was not decoded', '当前音频帧解码失败'),
  row(2103, 'warning', 'reconnecting', 'WeChat', 'Lost, tried again', '网络断连，已启动自动重连'),
  row(2104, 'hint', 'nothing', 'WeChat', 'The downlink is unsteady', '网络来包不稳'),
  row(2105, 'hint', 'nothing', 'WeChat', 'It stutters', '视频播放出现卡顿'),
  row(2106, 'info', 'nothing', 'WeChat', 'No hardware decoder, software is used', '硬解启动失败，采用软解'),
  row(2107, 'hint', 'nothing', 'WeChat', 'Pictures were dropped', '当前视频帧不连续，可能丢帧'),
  row(2108, 'info', 'nothing', 'WeChat', 'No hardware decoder for this stream', '当前流硬解第一个 I 帧失败，切换软解'),
  row(3001, 'hint', 'nothing', 'WeChat', 'RTMP: no address for the name', 'RTMP：DNS 解析失败'),
  row(3002, 'hint', 'nothing', 'WeChat', 'RTMP: no connection', 'RTMP：连接失败'),
  row(3003, 'hint', 'nothing', 'WeChat', 'RTMP: no handshake', 'RTMP：握手失败'),
  row(3005, 'hint', 'nothing', 'WeChat', 'RTMP: reading or writing failed; tried again', 'RTMP：读写失败，会自动重试'),
  row(-2301, 'error', 'failed', 'WeChat', 'Lost, and the player tries no more', '网络断连且多次重连无效'),
  row(-2302, 'error', 'dead', 'WeChat', 'The address of the stream was not had', '获取拉流地址失败'),
]
