import { CATALOGUE } from '../../lib/errors/catalogue'

const head = `# Errors · 错误

Every rejection and every \`error\` event has a \`code\`, which is stable; a \`message\` for people, in the language of the
phone and short enough for \`wx.showToast\`; a \`remedy\` for you; and a \`cause\`, which holds the words of the system where
there are any. \`NETWORK_LOST\`, \`MICROPHONE_REFUSED\` and others also stand in \`session.end.error\`.

每个失败与每个 \`error\` 事件都有：不会改变的 \`code\`；给用户看的 \`message\`，随手机语言变化，\`wx.showToast\` 放得下；给开发者的
\`remedy\`；以及 \`cause\`，系统有原话时就是系统的原话。

This page is written from [\`lib/errors/catalogue.ts\`](../lib/errors/catalogue.ts); a spec compares them.
`

const cell = (text: string): string => text.replace(/\|/g, '\\|')

/** docs/errors.md, from the catalogue. */
export const errorsPage = (): string => {
  const rows = Object.entries(CATALOGUE).map(([code, { zh, en, cause, remedy }]) =>
    ['', `\`${code}\``, zh, en, cause, remedy, ''].map(cell).join(' | ').trim(),
  )
  return `${head}\n| code | 中文 | English | cause | remedy |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
}
