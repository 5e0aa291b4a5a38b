/** Times as people read them, and the pulse of those that run. */
import { distinctUntilChanged, map, type Observable, of, switchMap, timer } from 'rxjs'
import type { Language } from './language'
import { languageTag } from './language'

const two = (value: number): string => String(value).padStart(2, '0')

/** A duration as a call clock: `0:07`, `12:34`, `1:02:03`. Never negative: clocks of two machines may differ. */
export const clock = (durationMs: number): string => {
  const seconds = Math.max(0, Math.floor(durationMs / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** Whole minutes, one at least. */
export const minutes = (ms: number): number => Math.max(1, Math.ceil(ms / 60_000))

/** The time of day of epoch milliseconds, with the date when it was another day than `nowMs`. */
export const timeOfDay = (timeMs: number, nowMs: number, language: Language): string => {
  const time = new Date(timeMs)
  const sameDay = time.toDateString() === new Date(nowMs).toDateString()
  return new Intl.DateTimeFormat(languageTag(language), {
    ...(sameDay ? {} : { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time)
}

/** Emits at once, and then every `stepMs` as long as `running$` says true. No timer otherwise. */
export function ticking(running$: Observable<boolean>, stepMs = 250): Observable<void> {
  return running$.pipe(
    distinctUntilChanged(),
    switchMap((running) => (running ? timer(0, stepMs) : of(0))),
    map(() => undefined),
  )
}
