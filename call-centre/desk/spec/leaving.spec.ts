import { BehaviorSubject } from 'rxjs'
import { askBeforeLeaving } from '../workstation/leaving'

const page = new EventTarget()

/** Whether the browser would ask. */
const asks = (): boolean => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))

it('the browser asks before the page goes away in a talk, and only then', () => {
  const talking$ = new BehaviorSubject(false)
  const running = askBeforeLeaving(page, talking$).subscribe()
  const asked = [false, true, true, false].map((talking) => {
    talking$.next(talking)
    return asks()
  })
  expect(asked).toEqual([false, true, true, false])
  talking$.next(true)
  running.unsubscribe()
  expect(asks()).toBe(false)
})
