/** The letters of the pictures in words, for the docs. */
import type { Words } from './race'

export const LETTERS: readonly (readonly [string, Words])[] = [
  [
    'user',
    {
      en: '`d` dials, `r` dials again, `h` hangs up, `m` mutes, `u` unmutes, `e` earpiece',
      zh: '`d` 拨号，`r` 再次拨号，`h` 挂断，`m` 静音，`u` 取消静音，`e` 听筒',
    },
  ],
  [
    'page',
    {
      en: '`h` hangs up, `r` dials again, `x` is left: the component is detached',
      zh: '`h` 挂断，`r` 再次拨号，`x` 离开：组件卸载',
    },
  ],
  [
    'seat',
    {
      en: '`s` started, `t` the second call started, `f` refused, `q` queued, `r` ringing, `a` `b` accepted by Lin, Wang, `n` by Wang in another room, `o` a fresh room, `e` ended by the seat, `x` by the centre, `y` `z` accepted, ended in another session',
      zh: '`s` 已受理，`t` 第二次呼叫已受理，`f` 拒绝，`q` 排队，`r` 振铃，`a` `b` 由 Lin、Wang 接听，`n` 由 Wang 在另一房间接听，`o` 新的房间地址，`e` 坐席结束，`x` 系统结束，`y` `z` 另一会话的接听、结束',
    },
  ],
  [
    'line',
    {
      en: '`l` lost, `u` resumed, `n` resume refused, `g` given up',
      zh: '`l` 中断，`u` 已恢复，`n` 恢复被拒绝，`g` 放弃',
    },
  ],
  [
    'phone',
    {
      en: '`e` room entered, `r` entering again, `f` room refused, `d` room dead, `m` `l` says that it is muted, at the ear, `h` app hidden, `s` shown, `i` another sound, `k` a call, `c` over, `y` the phone can call, `x` it cannot: the microphone is refused',
      zh: '`e` 已进房，`r` 重新进房，`f` 房间被拒，`d` 房间地址失效，`m` `l` 确认已静音、听筒，`h` 退到后台，`s` 回到前台，`i` 其他声音，`k` 来电，`c` 结束，`y` 手机可以通话，`x` 不能：麦克风被拒绝',
    },
  ],
  [
    'policies',
    {
      en: 'a ready-made policy and its limit in milliseconds; `careless` hangs up so long after the first ringing, whatever happened since',
      zh: '现成策略及其毫秒时限；`careless` 在首次振铃后到时即挂断，不论其间发生什么',
    },
  ],
  [
    'sees',
    {
      en: 'the phase: `D` dialling, `V` IVR, `W` waiting, `R` ringing, `T` talking, `E` ended',
      zh: '阶段：`D` 拨号，`V` IVR，`W` 等待，`R` 振铃，`T` 通话，`E` 结束',
    },
  ],
  [
    'sends',
    {
      en: '`s` start, `h` hang-up, `o` on hold, `c` back from hold, `r` fresh room asked for',
      zh: '`s` 呼叫，`h` 挂断，`o` 保持，`c` 结束保持，`r` 申请新房间',
    },
  ],
  [
    'tells',
    {
      en: '`s` sessionStart, `a` accepted, `e` sessionEnded, `r` reconnecting, `b` reconnected, `x` error',
      zh: '`s` sessionStart，`a` accepted，`e` sessionEnded，`r` reconnecting，`b` reconnected，`x` error',
    },
  ],
  [
    'asks',
    {
      en: 'what the media tags are to do: `p` send the voice, `m` send silence, `e` `n` the same at the ear, `o` off',
      zh: '媒体标签应做什么：`p` 发送语音，`m` 静音，`e` `n` 同前但用听筒，`o` 关闭',
    },
  ],
  [
    'hangUp',
    {
      en: 'of each hang-up that was sent: the call or session, who hangs up, and the end status',
      zh: '每条已发送的挂断：呼叫或会话、由谁挂断、结束状态',
    },
  ],
  [
    'startCall',
    {
      en: 'how each promise of `startCall` settles; not drawn: it resolves',
      zh: '每次 `startCall` 的 Promise 如何完成；未画出：已兑现',
    },
  ],
  [
    'end',
    {
      en: '`closeBy`, `endStatus` and the cause; not drawn: the call goes on',
      zh: '`closeBy`、`endStatus` 与原因；未画出：通话继续',
    },
  ],
  ['with', { en: 'the seat that one talks with', zh: '通话的坐席' }],
  [
    'microphone',
    {
      en: 'what is wished for, and whether the phone has applied it; so `soundMode`',
      zh: '期望值，以及手机是否已应用；`soundMode` 亦然',
    },
  ],
]
