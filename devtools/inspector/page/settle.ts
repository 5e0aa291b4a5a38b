/** What a view cannot say in attributes: how far the diagram is scrolled, and where the slider stands. */
import { fromEvent, type Subscription } from 'rxjs'

/** How near to the end still counts as being there. */
const NEAR = 24

/** Room for half of a tooltip. */
const MARGIN = 130

export interface Settle {
  /** Runs `paint`, and then brings the moment that is looked at into view. */
  readonly around: (paint: () => void) => void
  readonly listening: Subscription
}

const isFollowing = ({ dataset }: HTMLElement): boolean => 'following' in dataset

const show = (scroller: HTMLElement, x: number): void => {
  const { scrollLeft, clientWidth } = scroller
  const margin = Math.min(MARGIN, clientWidth / 2)
  if (x < scrollLeft + margin) scroller.scrollLeft = x - margin
  else if (x > scrollLeft + clientWidth - margin) scroller.scrollLeft = x - clientWidth + margin
}

const placeSlider = (root: Element): void => {
  const slider = root.querySelector<HTMLInputElement>('input[type="range"]')
  if (slider !== null) slider.value = slider.dataset['value'] ?? ''
}

export const createSettle = (root: Element): Settle => {
  /** Whoever has scrolled back while the call goes on stays there; only a scroll of the visitor's own tells. */
  let isAtEnd = true
  let leftByUs = -1
  const scrollerNow = () => root.querySelector<HTMLElement>('.scroller')
  const toEnd = (scroller: HTMLElement) => {
    scroller.scrollLeft = scroller.scrollWidth
    leftByUs = scroller.scrollLeft
  }
  const scrolled = () => {
    const scroller = scrollerNow()
    if (scroller === null || scroller.scrollLeft === leftByUs) return
    isAtEnd = scroller.scrollLeft + scroller.clientWidth > scroller.scrollWidth - NEAR
  }
  const resized = () => {
    const scroller = scrollerNow()
    if (scroller === null) return
    if (!isFollowing(scroller)) show(scroller, Number(scroller.dataset['x']))
    else if (isAtEnd) toEnd(scroller)
  }

  const listening = fromEvent(root, 'scroll', { capture: true }).subscribe(scrolled)
  listening.add(fromEvent(window, 'resize').subscribe(resized))
  return {
    around: (paint) => {
      const before = scrollerNow()
      const { x, following } = before?.dataset ?? {}
      paint()
      const scroller = scrollerNow()
      placeSlider(root)
      if (scroller === null) return
      if (!isFollowing(scroller)) {
        if (scroller.dataset['x'] !== x) show(scroller, Number(scroller.dataset['x']))
        return
      }
      isAtEnd ||= scroller.dataset['following'] !== following
      if (isAtEnd) toEnd(scroller)
    },
    listening,
  }
}
