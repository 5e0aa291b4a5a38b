/** The letters in words, for the docs, of those lines of a picture that the marble kit does not have. */
import type { Words } from './race'

export const LETTERS: readonly (readonly [string, Words])[] = [
  [
    'page',
    {
      en: '`h` hangs up, `r` dials again, `l` leaves the line to be called (`waiting`), `j` rates (`rating`), `x` is left: the component is detached',
      zh: '`h` 挂断，`r` 再次拨号，`l` 离开队列、等待通知（`waiting`），`j` 评分（`rating`），`x` 离开：组件卸载',
    },
  ],
  [
    'seat',
    {
      en: 'beside the letters of the kit: `w` offers to keep the place, `u` asks for a rating',
      zh: '除测试工具的字母外：`w` 提出保留位置，`u` 请求评分',
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
    'tells',
    {
      en: '`s` sessionStart, `a` accepted, `e` sessionEnded, `r` reconnecting, `b` reconnected, `d` aside, `x` error',
      zh: '`s` sessionStart，`a` accepted，`e` sessionEnded，`r` reconnecting，`b` reconnected，`d` aside，`x` error',
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
