/** A notice on the desktop while a call rings behind other windows, where the agent has allowed it. */
import { EMPTY, Observable, defer, distinctUntilChanged, fromEvent, map, merge, of, startWith, switchMap } from 'rxjs'
import type { Click, RingEvent } from './events'

const permission = (): NotificationPermission | null => ('Notification' in window ? Notification.permission : null)

export const noticePermission$: Observable<RingEvent> = defer(() =>
  of<RingEvent>({ type: 'ring/notices', notices: permission() }),
)

/** Asks the agent, after a click only; the answer is the permission from now on. */
export const askForNotices$ = new Observable<RingEvent>((page) => {
  const tell = (notices: NotificationPermission | null): void => {
    page.next({ type: 'ring/notices', notices })
    page.complete()
  }
  if (permission() !== 'default') tell(permission())
  else
    Notification.requestPermission().then(tell, () => {
      tell('denied')
    })
})

export interface Notice {
  /** Which call a click on it answers. */
  readonly sessionId: string
  readonly title: string
  readonly body: string
}

/** Shown as long as somebody subscribes; a click on it brings the page to the front, and answers. */
const shown = ({ sessionId, title, body }: Notice): Observable<Click> =>
  new Observable((page) => {
    const notice = new Notification(title, { body, requireInteraction: true })
    notice.onclick = () => {
      window.focus()
      page.next({ type: 'click/answer', sessionId })
    }
    return () => {
      notice.close()
    }
  })

/** A notice while the page is behind others, also when it gets there later. */
export const desktopNotice = (notice: Notice): Observable<Click> =>
  merge(fromEvent(window, 'blur'), fromEvent(window, 'focus')).pipe(
    startWith(null),
    map(() => document.hasFocus()),
    distinctUntilChanged(),
    switchMap((focused) => (focused || permission() !== 'granted' ? EMPTY : shown(notice))),
  )
