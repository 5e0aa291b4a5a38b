/** The phones of this browser, asked again and again: a page in the background answers, but its timers sleep. */
import { EMPTY, fromEvent, ignoreElements, map, merge, Observable, startWith, switchMap, tap, timer } from 'rxjs'
import {
  extentOf,
  INSPECTOR_CHANNEL,
  type InspectorAsk,
  type PhoneSays,
} from '../../../call-centre/server/inspector-messages'
import type { Phones } from './phones'

const STEP_MS = 250

const visible$ = fromEvent(document, 'visibilitychange').pipe(
  startWith(null),
  map(() => document.visibilityState === 'visible'),
)

/** What the phones tell. `phones` are the latest that are known; while this page is hidden nobody is asked. */
export const phoneRecordings = (phones: () => Phones): Observable<PhoneSays> =>
  new Observable<PhoneSays>((observer) => {
    const channel = new BroadcastChannel(INSPECTOR_CHANNEL)
    const ask = () => {
      const known = Object.fromEntries(phones().all.map(({ id, recording }) => [id, extentOf(recording)]))
      channel.postMessage({ type: 'inspector/ask', known } satisfies InspectorAsk)
    }
    const asking$ = visible$.pipe(
      switchMap((isVisible) => (isVisible ? timer(0, STEP_MS) : EMPTY)),
      tap(ask),
      ignoreElements(),
    )
    const answers$ = new Observable<PhoneSays>((told) => {
      channel.onmessage = ({ data }: MessageEvent<PhoneSays | InspectorAsk>) => {
        if (data.type !== 'inspector/ask') told.next(data)
      }
    })
    const running = merge(asking$, answers$).subscribe(observer)
    running.add(() => {
      channel.close()
    })
    return running
  })
