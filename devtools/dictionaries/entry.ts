/** What a dictionary of status codes says of each. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}

/** `info`: as it should be. `hint`: the quality suffers. `warning`: something does not work. `error`: the call may end. */
export type Severity = 'info' | 'hint' | 'warning' | 'error'

/**
 * Where a code is named. WeChat itself documents those of the first two alone: in its tables of base library 3.16.0
 * (2026-04-03), or in those before and no more. The phone takes its codes from the WeChat app, so both go on to be seen.
 */
export type CodeSource = 'WeChat' | 'WeChat before' | 'typings' | 'Tencent Cloud' | 'community'

/** What is known of one code. */
export interface StatusCode<Meaning = string> extends Bilingual {
  readonly code: number
  readonly severity: Severity
  /** What the call does about it: a row of PUSHER_ACTIONS or PLAYER_ACTIONS. */
  readonly means: Meaning
  readonly source: CodeSource
  /** Default: every phone. */
  readonly only?: 'iOS' | 'Android'
  /** What a developer, or the customer, can do. */
  readonly remedy?: Bilingual
}

/** A maker of rows that are read like a table. */
export const rowsOf =
  <Meaning>() =>
  (
    code: number,
    severity: Severity,
    means: Meaning,
    source: CodeSource,
    en: string,
    zh: string,
    more: Pick<StatusCode<Meaning>, 'only' | 'remedy'> = {},
  ): StatusCode<Meaning> => ({ code, severity, means, source, en, zh, ...more })

export const remedy = (en: string, zh: string): { readonly remedy: Bilingual } => ({ remedy: { en, zh } })
