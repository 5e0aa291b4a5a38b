/** What live-pusher hears in the room, by the play address that it reports; live-player plays it. */
type Listener = (stream: MediaStream | undefined) => void

const streams = new Map<string, MediaStream>()
const listeners = new Map<string, Set<Listener>>()

const tell = (playUrl: string): void => {
  for (const listener of listeners.get(playUrl) ?? []) listener(streams.get(playUrl))
}

export const addRemoteStream = (playUrl: string, stream: MediaStream): void => {
  streams.set(playUrl, stream)
  tell(playUrl)
}

/** The picture of an address that has a voice already; null takes it away. */
export const setRemoteVideo = (playUrl: string, track: MediaStreamTrack | null): void => {
  const stream = streams.get(playUrl)
  if (stream === undefined) return
  for (const old of stream.getVideoTracks()) stream.removeTrack(old)
  if (track !== null) stream.addTrack(track)
}

export const removeRemoteStream = (playUrl: string): void => {
  if (streams.delete(playUrl)) tell(playUrl)
}

export const remoteStreams = (): readonly MediaStream[] => [...streams.values()]

/** Tells the stream of an address now and after each change, until the answer is called. */
export const watchRemoteStream = (playUrl: string, listener: Listener): (() => void) => {
  const all = listeners.get(playUrl) ?? new Set()
  listeners.set(playUrl, all.add(listener))
  listener(streams.get(playUrl))
  return () => {
    all.delete(listener)
    if (all.size === 0) listeners.delete(playUrl)
  }
}
