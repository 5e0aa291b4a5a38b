/** A desk without a browser: it joins the room of its talk and counts the frames that come. */
import { RTCPeerConnection, useOPUS } from 'werift'
import { wire, type Wire } from '../../call-centre/spec/wire'

export interface NodeDesk {
  /** Frames of 20 ms that have come. */
  readonly heard: () => number
  readonly leave: () => void
}

interface Signal {
  readonly from: string
  readonly data: { readonly type: string; readonly sdp?: string; readonly candidate?: object }
}

export async function joinAsDesk(centre: { readonly port: number }, talking: object): Promise<NodeDesk> {
  const { room } = talking as { readonly room: Readonly<Record<'roomId' | 'userId' | 'userSig', string>> }
  const door = wire(centre, '/room')
  door.say({ type: 'room/join', ...room, visit: room.userId })
  const { peers } = (await door.next('room/joined')) as unknown as { readonly peers: readonly string[] }
  const connection = new RTCPeerConnection({ codecs: { audio: [useOPUS()], video: [] } })
  let heard = 0
  connection.addTransceiver('audio', { direction: 'sendrecv' }).onTrack.subscribe((track) => {
    track.onReceiveRtp.subscribe(() => {
      heard += 1
    })
  })
  await connection.setLocalDescription(await connection.createOffer())
  const { localDescription } = connection
  door.say({ type: 'room/signal', to: peers[0] ?? '', data: { type: 'offer', sdp: localDescription?.sdp } })
  await connection.setRemoteDescription({ type: 'answer', sdp: await answerIn(door) })
  return {
    heard: () => heard,
    leave() {
      door.socket.close()
      void connection.close()
    },
  }
}

async function answerIn(door: Wire): Promise<string> {
  for (;;) {
    const { data } = (await door.next('room/signal')) as unknown as Signal
    if (data.type === 'answer') return data.sdp ?? ''
  }
}
