/** docs/understand/status-codes.md, in both languages: the dictionary, and where trtc-wx-sdk reads it otherwise. */
import { type Action, type CodeOrigin, PLAYER_ACTIONS, PUSHER_ACTIONS, STATUS_CODES } from '../../devtools/black-box'
import { DIFFERENCES } from '../status-codes/differences'
import { words as inWords, type Words } from './status-codes-words'

type Language = 'en' | 'zh'

const row = (cells: readonly string[]): string => `| ${cells.map((text) => text.replace(/\|/g, '\\|')).join(' | ')} |`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row), ''].join('\n')

const codes = (origin: CodeOrigin, language: Language, { codeColumns, severities, sources }: Words): string => {
  const isErrno = origin === 'errno'
  const rows = STATUS_CODES[origin].map(({ code, severity, means, source, only, remedy, ...meaning }) => [
    `\`${String(code)}\`${only === undefined ? '' : ` ${only}`}`,
    meaning[language],
    severities[severity],
    ...(isErrno ? [] : [means === 'nothing' ? '' : `\`${means}\``]),
    remedy?.[language] ?? '',
    sources[source],
  ])
  return table(isErrno ? codeColumns.filter((_, index) => index !== 3) : codeColumns, rows)
}

const actions = (
  list: Readonly<Record<string, Action>>,
  file: string,
  language: Language,
  { actionColumns }: Words,
): string => {
  const rows = Object.entries(list).map(([means, action]) => [
    `\`${means}\``,
    action[language],
    action.evidence?.[language] ?? '',
    `\`spec/status-codes/${file}\` › \`${means}: $code\``,
  ])
  return table(actionColumns, rows)
}

export const statusCodesPage = (language: Language): string => {
  const words = inWords[language]
  const differences = DIFFERENCES.map(({ code, theirs, ours, why }) => [
    `\`${String(code)}\``,
    theirs,
    ours,
    why[language],
  ])
  return [
    words.head,
    codes('live-pusher', language, words),
    words.pusherActions,
    actions(PUSHER_ACTIONS, 'pusher-codes.spec.ts', language, words),
    words.player,
    codes('live-player', language, words),
    words.playerActions,
    actions(PLAYER_ACTIONS, 'player-codes.spec.ts', language, words),
    words.errno,
    codes('errno', language, words),
    words.compared,
    table(words.comparedColumns, differences),
  ].join('\n')
}
