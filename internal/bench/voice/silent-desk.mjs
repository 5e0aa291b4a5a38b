/** A desk without a browser, of which this machine could not carry ten: it counts the frames that come, and sends what it is given. */
import { MediaStreamTrack, RTCPeerConnection, useOPUS } from 'werift'
import { WebSocket } from 'ws'

const rtp = (sequence, frame) => {
  const header = Buffer.alloc(12)
  header.writeUInt16BE(0x80_6f, 0)
  header.writeUInt16BE(sequence & 0xffff, 2)
  header.writeUInt32BE((sequence * 960) >>> 0, 4)
  header.writeUInt32BE(1, 8)
  return Buffer.concat([header, frame])
}

/** `room`: as the centre tells a desk. */
export const joinAsDesk = async (url, room) => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/room`)
  const say = (command) => socket.send(JSON.stringify(command))
  const connection = new RTCPeerConnection({ codecs: { audio: [useOPUS()], video: [] } })
  const voice = new MediaStreamTrack({ kind: 'audio' })
  let heard = 0
  let sent = 0
  connection.addTransceiver(voice, { direction: 'sendrecv' }).onTrack.subscribe((track) => {
    track.onReceiveRtp.subscribe(() => (heard += 1))
  })
  socket.once('open', () => say({ type: 'room/join', ...room, visit: room.userId, connections: [] }))
  const answered = new Promise((resolve) => {
    socket.on('message', async (text) => {
      const notice = JSON.parse(text)
      if (notice.type === 'room/joined') {
        await connection.setLocalDescription(await connection.createOffer())
        const { sdp } = connection.localDescription
        say({ type: 'room/signal', to: notice.peers[0], data: { type: 'offer', sdp } })
      }
      if (notice.type === 'room/signal' && notice.data.type === 'answer') resolve(notice.data)
    })
  })
  await connection.setRemoteDescription(await answered)
  return {
    heard: () => heard,
    say: (frame) => {
      if (connection.connectionState === 'connected') voice.writeRtp(rtp((sent += 1), frame))
    },
    leave: () => {
      socket.close()
      void connection.close()
    },
  }
}
