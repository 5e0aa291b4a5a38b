/** The minute of a call that row e plays, to ours and to a peer alike: what happens in it, and what a phone reports. */
export const USER_SIG = 'eJwtzEELgjAYxvHvsmsh'.repeat(8)

const HAPPENS = {
  0: 'started',
  1: 'entered',
  2: 'queued',
  4: 'ringing',
  7: 'accepted',
  8: 'seatCame',
  9: 'playing',
  20: 'muted',
  25: 'unmuted',
  59: 'ended',
}

/** What the media tags say of the net, in an audio call. */
const netOf = (second) => ({
  netQualityLevel: 1 + (second % 3),
  audioBitrate: 40 + second,
  videoBitrate: 0,
  videoFPS: 0,
  videoGOP: 0,
  videoWidth: 0,
  videoHeight: 0,
  audioCache: 80,
  videoCache: 0,
  netSpeed: 48 + second,
  netJitter: second % 5,
})

const turn = () => new Promise((resolve) => setTimeout(resolve, 2))

/** `actors`: by name what happens, with `volume` each second and `net` every other. Returns what `told` has counted. */
export const playMinute = async (actors, told) => {
  const perSecond = []
  for (let second = 0; second < 60; second += 1) {
    const before = told.calls
    actors[HAPPENS[second]]?.()
    await turn()
    actors.volume(second % 40)
    if (second % 2 === 0) actors.net(netOf(second))
    await turn()
    perSecond.push(told.calls - before)
  }
  return { calls: told.calls, bytes: told.bytes, most: Math.max(...perSecond) }
}
