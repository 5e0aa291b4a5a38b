import type * as Library from 'werift'
import { ConfigFault } from '../../server/config/read-config'
import type { Ice } from '../webrtc/browser/room-messages'
import type { DeskFrame } from './pace'

/** What is used of the WebRTC library, which is JavaScript throughout: a native one was seen to stand still with its process. */
export type WebrtcLibrary = typeof Library

export interface DeskPeerPorts {
  /** Says something to the desk's page, for its half of the connection. */
  readonly signal: (data: object) => void
  /** A frame of Opus; each packet carries one. */
  readonly heard: (said: DeskFrame) => void
}

/** The connection to one desk. */
export interface DeskPeer {
  /** A packet of RTP; source and payload type are set here. Nothing happens before the desk can hear. */
  readonly send: (packet: Buffer) => void
  readonly addWay: (candidate: Way) => void
  readonly close: () => void
}

/** A way to the desk, as a browser describes it. */
export interface Way {
  readonly candidate: string
  readonly sdpMid?: string | null
}

/** A plane that is not configured needs no library, so npm does not bring it by itself. */
export async function loadWebrtc(): Promise<WebrtcLibrary> {
  try {
    return await import('werift')
  } catch (cause) {
    throw new ConfigFault('media.plane is rtmp, and werift is not installed. Run npm install werift@0.24.', { cause })
  }
}

export interface DeskPeerParts {
  readonly library: WebrtcLibrary
  readonly ice: Ice
  /** Where desks send to; absent: any port. */
  readonly udpPorts?: { readonly from: number; readonly to: number } | undefined
}

/** Answers a desk's offer. One that cannot be read leads to no connection, and the page tries again. */
export function answerDesk({ library, ice, udpPorts }: DeskPeerParts, offer: string, ports: DeskPeerPorts): DeskPeer {
  const { RTCPeerConnection, MediaStreamTrack, useOPUS, useVP8 } = library
  const connection = new RTCPeerConnection({
    ...{ codecs: { audio: [useOPUS()], video: [useVP8()] }, iceTransportPolicy: ice.iceTransportPolicy },
    iceServers: ice.iceServers.map((server) => ({ ...server })),
    ...(udpPorts ? { icePortRange: [udpPorts.from, udpPorts.to] } : {}),
  })
  const voice = new MediaStreamTrack({ kind: 'audio' })
  connection.addTransceiver(voice, { direction: 'sendrecv' }).onTrack.subscribe((track) => {
    track.onReceiveRtp.subscribe(({ header, payload }) => {
      ports.heard({ source: header.ssrc, sequence: header.sequenceNumber, frame: payload })
    })
  })
  const described = describe(connection, offer, ports.signal).catch(() => undefined)
  return {
    send(packet) {
      if (connection.connectionState === 'connected') voice.writeRtp(packet)
    },
    addWay(way) {
      void described.then(() => connection.addIceCandidate({ ...way })).catch(() => undefined)
    },
    close() {
      connection.close().catch(() => undefined)
    },
  }
}

/** Pictures are offered too, and no bridge carries one; the library wants a codec for them all the same. */
async function describe(
  connection: Library.RTCPeerConnection,
  sdp: string,
  signal: DeskPeerPorts['signal'],
): Promise<void> {
  await connection.setRemoteDescription({ type: 'offer', sdp })
  for (const transceiver of connection.getTransceivers()) {
    if (transceiver.kind === 'video') transceiver.setDirection('inactive')
  }
  await connection.setLocalDescription(await connection.createAnswer())
  const { localDescription } = connection
  if (localDescription) signal({ type: localDescription.type, sdp: localDescription.sdp })
}
