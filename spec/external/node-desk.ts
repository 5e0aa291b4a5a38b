/** A desk without a browser, of which one machine carries many: it counts the frames that come, and says those that it is given. */
import { MediaStreamTrack, RTCPeerConnection, useOPUS } from 'werift'
import { WebSocket } from 'ws'
import { writeRtp } from '../../call-centre/media/rtmp/rtp'

export interface NodeDesk {
  /** Frames of 20 ms that have come. */
  readonly heard: () => number
  /** 20 ms of Opus. Before the voice flows nothing is said. */
  readonly say: (frame: Buffer) => void
  readonly leave: () => void
}

/** As the centre tells a desk. */
export type DeskRoom = Readonly<Record<'roomId' | 'userId' | 'userSig', string>>

interface Notice {
  readonly type: string
  /** With `room/joined`. */
  readonly peers?: readonly string[]
  /** With `room/signal`. */
  readonly data?: { readonly type: string; readonly sdp?: string }
}

const payloadType = 111
/** Of 20 ms, in 1/48,000 s. */
const frameTicks = 960

export async function joinAsDesk(url: string, room: DeskRoom): Promise<NodeDesk> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/room`)
  const say = (command: object): void => {
    socket.send(JSON.stringify(command))
  }
  const connection = new RTCPeerConnection({ codecs: { audio: [useOPUS()], video: [] } })
  const voice = new MediaStreamTrack({ kind: 'audio' })
  let [heard, sequence] = [0, 0]
  connection.addTransceiver(voice, { direction: 'sendrecv' }).onTrack.subscribe((track) => {
    track.onReceiveRtp.subscribe(() => {
      heard += 1
    })
  })
  const offer = async (to = ''): Promise<void> => {
    await connection.setLocalDescription(await connection.createOffer())
    say({ type: 'room/signal', to, data: { type: 'offer', sdp: connection.localDescription?.sdp } })
  }
  socket.once('open', () => {
    say({ type: 'room/join', ...room, visit: room.userId, connections: [] })
  })
  const sdp = await new Promise<string>((answered, failed) => {
    socket.once('error', failed)
    socket.on('message', (text: Buffer) => {
      const { type, peers, data } = JSON.parse(text.toString()) as Notice
      if (type === 'room/joined') offer(peers?.[0]).catch(failed)
      else if (data?.type === 'answer') answered(data.sdp ?? '')
    })
  })
  await connection.setRemoteDescription({ type: 'answer', sdp })
  return {
    heard: () => heard,
    say(frame) {
      if (connection.connectionState !== 'connected') return
      sequence += 1
      voice.writeRtp(writeRtp({ payloadType, sequence, timestamp: sequence * frameTicks, ssrc: 1 }, frame))
    },
    leave() {
      socket.close()
      void connection.close()
    },
  }
}
