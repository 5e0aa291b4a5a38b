import { distinctUntilChanged, interval, map, of, startWith, switchMap } from 'tccc-wx-sdk/rxjs'

/** Seconds as `04:05`, from an hour on as `1:04:05`: the running clock and the duration of a call look the same. */
export const clockText = (seconds) => {
  const twoDigits = (number) => (number < 10 ? `0${number}` : `${number}`)
  const hours = Math.floor(seconds / 3600)
  const time = `${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`
  return hours > 0 ? `${hours}:${time}` : time
}

/**
 * How long the talk has lasted, each second anew; '' without one. It is computed, never counted: a phone that slept shows
 * the truth. `sdk.now()` is the time that sessions tell: it goes on evenly, however the phone's clock is set.
 */
export const talkTime = (sdk) => {
  const since = (at) => clockText(Math.floor((sdk.now() - at) / 1000))
  return sdk.session$.pipe(
    map((session) => (session.phase === 'talking' ? session.acceptedAt : null)),
    distinctUntilChanged(),
    switchMap((at) =>
      at === null
        ? of('')
        : interval(1000).pipe(
            startWith(0),
            map(() => since(at)),
          ),
    ),
  )
}
