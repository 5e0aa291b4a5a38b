/** Reasons to choose from, each a button. */
import type { View } from '../shared/h'
import { h } from '../shared/h'

interface Reasons {
  readonly label: string
  /** Tells the buttons of one list from those of another. */
  readonly name: string
  readonly chosen?: string | null
  readonly disabled?: boolean
  readonly choose: (reason: string) => void
}

export const reasonList = (
  reasons: readonly string[],
  { label, name, chosen, disabled = false, choose }: Reasons,
): View =>
  h(
    'div',
    { class: 'reasons', key: name, role: 'group', 'aria-label': label },
    h('span', { class: 'label' }, label),
    ...reasons.map((reason, index) =>
      h(
        'button',
        {
          type: 'button',
          key: reason,
          'data-do': `${name}-${index}`,
          'aria-pressed': chosen === undefined ? undefined : String(chosen === reason),
          disabled,
          onclick: () => {
            choose(reason)
          },
        },
        reason,
      ),
    ),
  )
