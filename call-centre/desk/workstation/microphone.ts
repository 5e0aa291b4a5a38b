/** The agent's microphone and camera, each open as long as somebody subscribes. */
import {
  NEVER,
  Observable,
  catchError,
  concat,
  defer,
  fromEvent,
  ignoreElements,
  merge,
  of,
  repeat,
  switchMap,
  take,
  timer,
} from 'rxjs'

export type Microphone = 'asking' | 'ready' | 'refused' | 'missing' | 'unavailable'

export type Captured =
  { readonly state: 'ready'; readonly stream: MediaStream } | { readonly state: Exclude<Microphone, 'ready'> }

/** A headset that is plugged in or pulled out makes several changes at once. */
const SETTLE_MS = 300

const nameOf = (fault: unknown): 'refused' | 'missing' | 'unavailable' => {
  const name = fault instanceof DOMException ? fault.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'unavailable'
}

const stop = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}

const open = async (wanted: MediaStreamConstraints): Promise<MediaStream> => {
  // A browser without a secure context has no mediaDevices at all, whatever its types say.
  if (!('mediaDevices' in navigator)) throw new DOMException('no secure context', 'NotFoundError')
  return navigator.mediaDevices.getUserMedia(wanted)
}

/** Completes when the device is gone. Unsubscribing stops the tracks, also those of a permission that is given late. */
const opened = (wanted: MediaStreamConstraints): Observable<Captured> =>
  new Observable((call) => {
    let stream: MediaStream | null = null
    const take = (given: MediaStream): void => {
      stream = given
      for (const track of given.getTracks()) {
        track.onended = () => {
          call.next({ state: 'missing' })
          call.complete()
        }
      }
      call.next({ state: 'ready', stream: given })
    }
    open(wanted).then(
      (given) => {
        if (call.closed) stop(given)
        else take(given)
      },
      (fault: unknown) => {
        call.error(fault)
      },
    )
    return () => {
      if (stream) stop(stream)
    }
  })

/** A device came or went. */
export const deviceChanges$ = defer(() =>
  'mediaDevices' in navigator ? fromEvent(navigator.mediaDevices, 'devicechange') : NEVER,
)

/** Somebody allowed or forbade it. A browser that does not tell is asked by the button. */
export const permissionChanges = (name: 'microphone' | 'camera'): Observable<unknown> =>
  defer(() => navigator.permissions.query({ name })).pipe(
    switchMap((status) => fromEvent(status, 'change')),
    catchError(() => NEVER),
  )

/** A fault is an event. What has failed is tried again when the world has changed, or somebody wishes it. */
const capture = (wanted: MediaStreamConstraints, changed$: Observable<unknown>): Observable<Captured> => {
  const failed = (fault: unknown): Observable<Captured> =>
    concat(of<Captured>({ state: nameOf(fault) }), changed$.pipe(take(1), ignoreElements()))
  const attempt$ = concat(of<Captured>({ state: 'asking' }), opened(wanted).pipe(catchError(failed)))
  return attempt$.pipe(repeat({ delay: () => timer(SETTLE_MS) }))
}

/**
 * `processed` is echo cancellation, noise suppression and gain control. `deviceId$` names the device, '' that of the system;
 * `again$` tries what has failed once more. A call goes on without a microphone.
 */
export const microphone = (
  processed: boolean,
  deviceId$: Observable<string>,
  again$: Observable<unknown>,
): Observable<Captured> => {
  const quality = { echoCancellation: processed, noiseSuppression: processed, autoGainControl: processed }
  return deviceId$.pipe(
    switchMap((deviceId) =>
      capture(
        { audio: deviceId === '' ? quality : { ...quality, deviceId: { exact: deviceId } } },
        merge(deviceChanges$, permissionChanges('microphone'), again$),
      ),
    ),
  )
}

/** The same microphone for another room, so that it can be silenced there alone. */
export const copyOf = (captured$: Observable<Captured>): Observable<Captured> =>
  captured$.pipe(
    switchMap((captured) =>
      captured.state === 'ready'
        ? new Observable<Captured>((room) => {
            const stream = captured.stream.clone()
            room.next({ state: 'ready', stream })
            return () => {
              stop(stream)
            }
          })
        : of(captured),
    ),
  )

/** As large as a workstation shows it. A call goes on without a camera. */
export const camera$: Observable<Captured> = capture(
  { video: { width: 640, height: 480, frameRate: 15 } },
  merge(deviceChanges$, permissionChanges('camera')),
)
