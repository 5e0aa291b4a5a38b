/** What a view cannot say in attributes: how far the diagram is scrolled, and where the slider stands. */

/** How near to the end still counts as being there. */
const NEAR = 24

/** Runs `paint`, and then brings the moment that is looked at into view. */
export const settle = (root: Element, paint: () => void): void => {
  const before = root.querySelector<HTMLElement>('.scroller')
  const isAtEnd =
    before === null || before.scrollLeft + before.clientWidth > before.scrollWidth - NEAR || !isFollowing(before)
  const lookedAt = before?.dataset['x']
  paint()
  const scroller = root.querySelector<HTMLElement>('.scroller')
  const slider = root.querySelector<HTMLInputElement>('input[type="range"]')
  if (slider !== null) slider.value = slider.dataset['value'] ?? ''
  if (scroller === null) return
  if (isFollowing(scroller)) {
    // Whoever has scrolled back while the call goes on stays there.
    if (isAtEnd) scroller.scrollLeft = scroller.scrollWidth
  } else if (scroller.dataset['x'] !== lookedAt) {
    show(scroller, Number(scroller.dataset['x']))
  }
}

const isFollowing = ({ dataset }: HTMLElement): boolean => 'following' in dataset

/** Room for half of a tooltip. */
const MARGIN = 130

const show = (scroller: HTMLElement, x: number): void => {
  const { scrollLeft, clientWidth } = scroller
  const margin = Math.min(MARGIN, clientWidth / 2)
  if (x < scrollLeft + margin) scroller.scrollLeft = x - margin
  else if (x > scrollLeft + clientWidth - margin) scroller.scrollLeft = x - clientWidth + margin
}
