/** The phones of this browser, asked again and again: a page in the background answers, but its timers sleep. */
import { EMPTY, fromEvent, ignoreElements, map, merge, Observable, startWith, switchMap, tap, timer } from 'rxjs'
import type { Recording } from 'tccc-wx-sdk/black-box'
import { extentOf, INSPECTOR_CHANNEL, type InspectorAsk, type PhoneAnswer } from '../../inspector-messages'

const STEP_MS = 250

const visible$ = fromEvent(document, 'visibilitychange').pipe(
  startWith(null),
  map(() => document.visibilityState === 'visible'),
)

/** What the phones tell. `known` is the latest that has come in; while this page is hidden nobody is asked. */
export const phoneRecordings = (known: () => Recording | null): Observable<PhoneAnswer> =>
  new Observable<PhoneAnswer>((observer) => {
    const channel = new BroadcastChannel(INSPECTOR_CHANNEL)
    const ask = () => {
      const recording = known()
      const extent = recording === null ? { lastAt: 0, count: 0 } : extentOf(recording)
      channel.postMessage({ type: 'inspector/ask', ...extent } satisfies InspectorAsk)
    }
    const asking$ = visible$.pipe(
      switchMap((isVisible) => (isVisible ? timer(0, STEP_MS) : EMPTY)),
      tap(ask),
      ignoreElements(),
    )
    const answers$ = new Observable<PhoneAnswer>((told) => {
      channel.onmessage = ({ data }: MessageEvent<PhoneAnswer | InspectorAsk>) => {
        if (data.type === 'phone/recording') told.next(data)
      }
    })
    const running = merge(asking$, answers$).subscribe(observer)
    running.add(() => {
      channel.close()
    })
    return running
  })
