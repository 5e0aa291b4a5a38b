/** The words around the tables of docs/understand/status-codes.md, in both languages. */
import type { CodeSource, Severity } from '../../devtools/black-box'

export interface Words {
  readonly head: string
  readonly codeColumns: readonly string[]
  readonly severities: Readonly<Record<Severity, string>>
  readonly sources: Readonly<Record<CodeSource, string>>
  readonly actionColumns: readonly string[]
  readonly pusherActions: string
  readonly player: string
  readonly playerActions: string
  readonly errno: string
  readonly compared: string
  readonly comparedColumns: readonly string[]
}

const example = (comment: string): string => `\`\`\`js
import { configure } from 'tccc-wx-sdk/login'

configure({
  // ${comment}
  statusCodes: { pusher: { 4711: 'entered', 3005: 'nothing' }, player: { 2032: 'up' } },
})

App({})
\`\`\``

const en: Words = {
  head: `# Status codes

[简体中文](status-codes.zh-CN.md)

What \`live-pusher\` and \`live-player\` report, what it means, and what the SDK does about it. WeChat documents a part of
it; some codes stand in the documentation of Tencent Cloud or were seen on phones only. None of it was verified on a phone
by us. Where more than one thing can be the cause, no code ends a call by itself: what the call centre says comes first,
then the room and the player, and media that fail are mended.

This page is written from \`lib/status-codes/\`; a spec compares them. \`statusCode\` of \`tccc-wx-sdk/black-box\` looks a code
up.

**The tables age.** Each row names the version of its source; WeChat's own are of base library 3.16.0 (2026-04-03), which
gave 2003, 2032 and 1104 another meaning. A phone takes its codes from its WeChat, so older ones go on to mean what they
meant: where a row has two meanings nothing is done by that code alone.

**A code that nobody knows** changes nothing. It is kept with its words in \`event$\` and in the black box, and logged at
\`info\`, once a call; \`event$.pipe(filter(isUnknownStatus))\` collects such codes. \`isUnknownStatus\` is of
\`tccc-wx-sdk/call\`.

**A code that means something else on your phones** can be told so, while calls go on too; \`createCall\` has an option of
the same name. The meanings are the ones below.

${example('What these codes mean from now on.')}

## live-pusher

\`statechange\`, and \`errCode\` of \`error\`.
`,
  codeColumns: ['code', 'meaning', 'severity', 'here', 'remedy', 'source'],
  severities: { info: 'info', hint: 'hint', warning: 'warning', error: 'error' },
  sources: {
    WeChat: 'WeChat 3.16.0',
    'WeChat before': 'WeChat before 3.16.0',
    typings: "WeChat's typings 5.2.3",
    'Tencent Cloud': 'Tencent Cloud, 2026-11',
    community: 'developers, until 2026-11',
  },
  actionColumns: ['here', 'what is done', 'when', 'spec'],
  pusherActions: `### What is done about live-pusher
`,
  player: `## live-player

\`statechange\`.
`,
  playerActions: `### What is done about live-player
`,
  errno: `## errno

Of \`wx\` functions that fail. None changes a call by itself: before it is dialled the phone is asked, and a switch that
failed is set again.
`,
  compared: `## Compared with trtc-wx-sdk

The same codes in the same order, read by the published package \`trtc-wx-sdk\` 1.1.15 and by this one: who is in the room,
who has sound or a picture, and who is played. They agree (\`spec/status-codes/compared.spec.ts\`), but for this:
`,
  comparedColumns: ['after', 'trtc-wx-sdk', 'here', 'why'],
}

const zh: Words = {
  head: `# 状态码

[English](status-codes.md)

\`live-pusher\` 与 \`live-player\` 上报什么、含义是什么、SDK 怎么做。微信只记录了其中一部分，有些仅见于腾讯云文档或真机。我们未在真机上逐一验证。凡可能有多种原因之处，没有一个状态码能单独结束通话：先听呼叫中心，再看房间与播放器；失败的媒体会被修复。

本页由 \`lib/status-codes/\` 生成，测试会比对。\`tccc-wx-sdk/black-box\` 的 \`statusCode\` 可查询。

**状态码表会过时。** 每一行都写明来源的版本；微信自己的表取自基础库 3.16.0（2026-04-03），它改变了 2003、2032 与 1104 的含义。状态码来自手机上的微信，旧版本仍是旧含义：凡一行有两种含义的，不单凭它做任何事。

**未知的状态码**不改变任何事，连同原文保留在 \`event$\` 与黑匣子里，并以 \`info\` 级别记入日志，每通电话一次；用 \`event$.pipe(filter(isUnknownStatus))\` 可收集，\`isUnknownStatus\` 来自 \`tccc-wx-sdk/call\`。

**在您的手机上含义不同的状态码**可以另行指定，通话进行中也可以；\`createCall\` 有同名选项。可用的含义见下文。

${example('从现在起这些状态码的含义')}

## live-pusher

\`statechange\`，以及 \`error\` 的 \`errCode\`。
`,
  codeColumns: ['code', '含义', '级别', '此处', '办法', '来源'],
  severities: { info: '正常', hint: '提示', warning: '警告', error: '错误' },
  sources: {
    WeChat: '微信 3.16.0',
    'WeChat before': '微信 3.16.0 之前',
    typings: '微信类型定义 5.2.3',
    'Tencent Cloud': '腾讯云，2026-11',
    community: '开发者，至 2026-11',
  },
  actionColumns: ['此处', '怎么做', '何时', '测试'],
  pusherActions: `### 对 live-pusher 怎么做
`,
  player: `## live-player

\`statechange\`。
`,
  playerActions: `### 对 live-player 怎么做
`,
  errno: `## errno

失败的 \`wx\` 接口所给。它们不会单独改变通话：拨号前会先检查手机，失败的开关会重设。
`,
  compared: `## 与 trtc-wx-sdk 比较

同样的状态码、同样的顺序，由已发布的 \`trtc-wx-sdk\` 1.1.15 与本包分别解读：谁在房间、谁有声音或画面、播放谁。二者一致（\`spec/status-codes/compared.spec.ts\`），仅有以下不同：
`,
  comparedColumns: ['之后', 'trtc-wx-sdk', '此处', '为什么'],
}

export const words: Readonly<Record<'en' | 'zh', Words>> = { en, zh }
