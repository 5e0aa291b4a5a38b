/** The agent's microphone and camera, each open as long as somebody subscribes. */
import { Observable } from 'rxjs'
import type { Microphone } from './state'

export type Captured =
  { readonly state: 'ready'; readonly stream: MediaStream } | { readonly state: Exclude<Microphone, 'ready'> }

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

/** Unsubscribing stops the tracks, also those of a permission that is given late. A fault is an event. */
const capture = (wanted: MediaStreamConstraints): Observable<Captured> =>
  new Observable((call) => {
    let opened: MediaStream | null = null
    const take = (stream: MediaStream): void => {
      opened = stream
      for (const track of stream.getTracks()) {
        track.onended = () => {
          call.next({ state: 'missing' })
        }
      }
      call.next({ state: 'ready', stream })
    }
    call.next({ state: 'asking' })
    open(wanted).then(
      (stream) => {
        if (call.closed) stop(stream)
        else take(stream)
      },
      (fault: unknown) => {
        call.next({ state: nameOf(fault) })
      },
    )
    return () => {
      if (opened) stop(opened)
    }
  })

/** `processed` is echo cancellation, noise suppression and gain control. A call goes on without a microphone. */
export const microphone = (processed: boolean): Observable<Captured> =>
  capture({ audio: { echoCancellation: processed, noiseSuppression: processed, autoGainControl: processed } })

/** As large as a workstation shows it. A call goes on without a camera. */
export const camera$: Observable<Captured> = capture({ video: { width: 640, height: 480, frameRate: 15 } })
