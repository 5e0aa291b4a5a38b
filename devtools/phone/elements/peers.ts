/** Who is in the room, and what they send: for live-player to play, and in the words of live-pusher's messages. */
import { addRemoteStream, removeRemoteStream, setRemoteVideo } from './remote-streams'
import { playAddress } from './room-address'

interface Sent {
  readonly audio: boolean
  readonly video: boolean
}

const NOTHING: Sent = { audio: false, video: false }

const userList = (userId: string, { audio, video }: Sent): string =>
  JSON.stringify({ userlist: [{ userid: userId, playurl: playAddress(userId), hasaudio: audio, hasvideo: video }] })

/** Each change returns the message of live-pusher that reports it. */
export class Peers {
  private readonly sent = new Map<string, Sent>()

  get size(): number {
    return this.sent.size
  }

  join(userId: string): string {
    return this.change(userId, NOTHING)
  }

  speak(userId: string, stream: MediaStream): string {
    addRemoteStream(playAddress(userId), stream)
    return this.change(userId, { audio: true })
  }

  show(userId: string, track: MediaStreamTrack | null): string {
    setRemoteVideo(playAddress(userId), track)
    return this.change(userId, { video: track !== null })
  }

  leave(userId: string): string {
    this.sent.delete(userId)
    removeRemoteStream(playAddress(userId))
    return userList(userId, NOTHING)
  }

  clear(): void {
    for (const userId of this.sent.keys()) this.leave(userId)
  }

  private change(userId: string, change: Partial<Sent>): string {
    const sent = { ...(this.sent.get(userId) ?? NOTHING), ...change }
    this.sent.set(userId, sent)
    return userList(userId, sent)
  }
}
