/** How a card hangs together with the call-panel that it stands in. */
import { distinctUntilChanged, map, type Observable } from 'rxjs'
import type { TcccWxSdk } from '../lib/entries/index'

interface Panel {
  readonly sdk: TcccWxSdk
  /** Its properties, now and after each change: another language, for one. */
  readonly chosen$: Observable<unknown>
}

export interface InPanel {
  /** `null`: the card stands in none. */
  panel: Panel | null
}

export const inPanel = {
  './panel': {
    type: 'ancestor' as const,
    linked(this: object, panel: unknown): void {
      ;(this as InPanel).panel = panel as Panel
    },
  },
}

/** Asked once all is attached: by then a card knows its panel. Throws in a page without one. */
export const panelOf = ({ panel }: InPanel): Panel => {
  if (panel === null) throw new Error('a card stands in call-panel')
  return panel
}

/** The words of a card, now and in each language that the panel is given. */
export const wordsIn = <Words>({ chosen$ }: Panel, words: () => Words): Observable<Words> =>
  chosen$.pipe(map(words), distinctUntilChanged())
