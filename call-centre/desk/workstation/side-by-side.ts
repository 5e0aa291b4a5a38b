/** Parts of a page that know nothing of each other: one that throws must not end the seat's line, nor a talk. */
import { type Observable, merge, retry, timer } from 'rxjs'

const AGAIN_MS = 1_000

/** What a part throws is told, and the part is begun again a moment later. */
export const sideBySide = <Event>(
  parts: readonly Observable<Event>[],
  tell: (fault: unknown) => void = reportError,
): Observable<Event> =>
  merge(
    ...parts.map((part$) =>
      part$.pipe(
        retry({
          delay: (fault) => {
            tell(fault)
            return timer(AGAIN_MS)
          },
        }),
      ),
    ),
  )
