/** The phone's microphone, as `live-pusher` opens it. */
const isRaw = (): boolean => new URLSearchParams(location.search).has('raw-audio')

/** Sound is treated as on a phone; `?raw-audio` in the page's address leaves it as it is, for tests that measure it. */
export const openMicrophone = async (): Promise<MediaStream> => {
  const treated = !isRaw()
  return navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: treated, noiseSuppression: treated, autoGainControl: treated },
  })
}

export const closeStream = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
