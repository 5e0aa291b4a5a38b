/** What keys do, wherever the focus is: the slider would take the arrows too, and does the same with them. */
import type { InspectorClick } from './state'

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
}

export const clickFor = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): InspectorClick | null => {
  if (altKey || ctrlKey || metaKey) return null
  if (key === 'Escape') return { type: 'click/follow' }
  const by = STEPS[key]
  return by === undefined ? null : { type: 'click/step', by }
}
