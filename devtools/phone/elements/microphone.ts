/** The phone's microphone, as `live-pusher` opens it. */
const isRaw = (): boolean => new URLSearchParams(location.search).has('raw-audio')

let refused = false

/** The user says no, or yes again. */
export const refuseMicrophone = (no: boolean): void => {
  refused = no
}

export const isMicrophoneRefused = (): boolean => refused

/** Sound is treated as on a phone; `?raw-audio` in the page's address leaves it as it is, for tests that measure it. */
export const openMicrophone = async (): Promise<MediaStream> => {
  if (refused) throw new DOMException('the user refused the microphone', 'NotAllowedError')
  const treated = !isRaw()
  return navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: treated, noiseSuppression: treated, autoGainControl: treated },
  })
}

export const closeStream = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
