/** How ffmpeg is told to turn what RTMP carries into what WebRTC does, and back. */

const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin']
/** One thread each, and nothing is waited for. */
const atOnce = [
  ...['-threads', '1', '-filter_threads', '1', '-fflags', 'nobuffer', '-flags', 'low_delay'],
  ...['-probesize', '32', '-analyzeduration', '0'],
]

/** The payload type of Opus between this process and ffmpeg. */
export const innerPayloadType = 111

/** Plays what the phone says, and gives it as Opus in RTP to a port of this machine. `ssrc`: by which it is known. */
export function hearingArgs(playUrl: string, port: number, ssrc: number): readonly string[] {
  const opus = ['-c:a', 'libopus', '-b:a', '24k', '-application', 'lowdelay', '-frame_duration', '20']
  return [
    ...[...quiet, ...atOnce, '-i', playUrl, '-vn', ...opus, '-ar', '48000', '-ac', '1'],
    ...['-flush_packets', '1', '-max_delay', '0', '-f', 'rtp', '-payload_type', String(innerPayloadType)],
    // The option takes a signed number.
    ...['-ssrc', String(ssrc | 0), `rtp://127.0.0.1:${port}?rtcpport=${port}`],
  ]
}

/** Publishes what comes as Opus in RTP to the port of {@link speakingSdp}, which stands in its input. */
export function speakingArgs(publishUrl: string): readonly string[] {
  return [
    ...[...quiet, ...atOnce],
    ...['-protocol_whitelist', 'pipe,file,udp,rtp', '-reorder_queue_size', '0', '-f', 'sdp', '-i', 'pipe:0'],
    ...['-c:a', 'aac', '-b:a', '48k', '-flush_packets', '1', '-f', 'flv', publishUrl],
  ]
}

export const speakingSdp = (port: number): string =>
  [
    ...['v=0', 'o=- 0 0 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0'],
    ...[`m=audio ${port} RTP/AVP ${innerPayloadType}`, `a=rtpmap:${innerPayloadType} opus/48000/2`, ''],
  ].join('\r\n')
