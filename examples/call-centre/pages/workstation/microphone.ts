/** The agent's microphone, open as long as somebody subscribes. */
import { Observable } from 'rxjs'
import type { Microphone } from './state'

export type MicrophoneEvent =
  { readonly microphone: 'ready'; readonly stream: MediaStream } | { readonly microphone: Exclude<Microphone, 'ready'> }

const nameOf = (fault: unknown): 'refused' | 'missing' | 'unavailable' => {
  const name = fault instanceof DOMException ? fault.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'unavailable'
}

const stop = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}

const open = async (processed: boolean): Promise<MediaStream> => {
  // A browser without a secure context has no mediaDevices at all, whatever its types say.
  if (!('mediaDevices' in navigator)) throw new DOMException('no secure context', 'NotFoundError')
  return navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: processed, noiseSuppression: processed, autoGainControl: processed },
  })
}

/**
 * Opens the microphone; `processed` is echo cancellation, noise suppression and gain control. A fault is an event: a
 * call goes on without a microphone. Unsubscribing stops the tracks, also those of a permission that is given late.
 */
export function microphone(processed: boolean): Observable<MicrophoneEvent> {
  return new Observable((call) => {
    let opened: MediaStream | null = null
    const take = (stream: MediaStream): void => {
      opened = stream
      for (const track of stream.getTracks()) {
        track.onended = () => {
          call.next({ microphone: 'missing' })
        }
      }
      call.next({ microphone: 'ready', stream })
    }
    call.next({ microphone: 'asking' })
    open(processed).then(
      (stream) => {
        if (call.closed) stop(stream)
        else take(stream)
      },
      (fault: unknown) => {
        call.next({ microphone: nameOf(fault) })
      },
    )
    return () => {
      if (opened) stop(opened)
    }
  })
}
