import { attempt, theWx } from '../../lib/entries/index'

/** WeChat's usual size of letters, in px. */
const USUAL_PX = 17

/** How much larger than usual letters are, as the customer chose in WeChat: 1 to 1.6. */
export const lettersScale = (): number => {
  const chosenPx = attempt(() => theWx().getSystemInfoSync().fontSizeSetting) ?? USUAL_PX
  return Math.max(1, Math.min(1.6, chosenPx / USUAL_PX))
}
