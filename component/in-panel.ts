/** How a card hangs together with the call-panel that it stands in. */
import type { TcccWxSdk } from '../lib/entries/index'

export interface InPanel {
  /** Of the panel; `null`: the card stands in none. */
  panel: { readonly sdk: TcccWxSdk } | null
}

export const inPanel = {
  './panel': {
    type: 'ancestor' as const,
    linked(this: object, panel: unknown): void {
      ;(this as InPanel).panel = panel as InPanel['panel']
    },
  },
}

/** Asked once all is attached: by then a card knows its panel. Throws in a page without one. */
export const sdkOf = ({ panel }: InPanel): TcccWxSdk => {
  if (panel === null) throw new Error('a card stands in call-panel')
  return panel.sdk
}
