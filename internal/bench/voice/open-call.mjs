/** A call of a plane between a workstation in Chromium and a phone: a page with `webrtc`, ffmpeg with `rtmp`. */
import { randomBytes } from 'node:crypto'
import { loadSource } from '../../scripts/load-source.mjs'
import { startCentre } from '../load/centre.mjs'
import { freePort } from '../load/redis.mjs'
import { launch, openDesk, openPhone as openBrowserPhone } from './browser-ends.mjs'
import { openTcpRoad, openUdpRoad } from './roads.mjs'
import { openPhone as openRtmpPhone } from './rtmp-phone.mjs'

const key = randomBytes(16).toString('hex')

/** A centre, with nginx when the plane is `rtmp`. `tcpRoad`: phones reach nginx over it. */
export const openPlane = async (plane, { sharesProcessors = true, maxCalls = 12 } = {}) => {
  const port = await freePort()
  if (plane === 'webrtc') {
    const centre = await startCentre('memory', { port, sharesProcessors, config: { media: { plane } } })
    return { plane, centre, url: centre.url, close: centre.close }
  }
  const { startRtmp, stopPrograms } = await loadSource('spec/external/rtmp-server.ts')
  const server = await startRtmp(port, key)
  const tcpRoad = await openTcpRoad(server.port)
  const publicUrl = `rtmp://127.0.0.1:${tcpRoad.port}/live`
  const rtmp = { serverUrl: server.url, controlUrl: server.controlUrl, publicUrl, maxCalls }
  const stopServer = async () => {
    tcpRoad.close()
    await stopPrograms()
  }
  const centre = await startCentre('memory', {
    ...{ port, sharesProcessors, env: { TCCC_RTMP_KEY: key } },
    config: { media: { plane, rtmp } },
  }).catch(async (fault) => {
    await stopServer()
    throw fault
  })
  const close = async () => {
    await centre.close()
    await stopServer()
  }
  return { plane, centre, url: centre.url, tcpRoad, close }
}

let names = 0

/** Both ends, not yet talking. `isThroughRoad`: WebRTC's packets go over `udpRoad`. `ppm`: how fast the microphones are. */
export const openEnds = async ({ plane, centre, url }, { isThroughRoad = false, ppm = 0 } = {}) => {
  const udpRoad = isThroughRoad ? openUdpRoad() : undefined
  const browser = await launch()
  const seatId = String(1_001 + names)
  const { cookie } = await centre.signIn(seatId)
  const desk = await openDesk(browser, { url, cookie, ppm, road: udpRoad?.through })
  const phoneBrowser = plane === 'webrtc' ? await launch() : undefined
  names += 1
  const newPhone = () =>
    phoneBrowser
      ? openBrowserPhone(phoneBrowser, { url, ppm })
      : openRtmpPhone({ url, name: `phone${(names += 1)}`, ppm })
  return {
    desk,
    newPhone,
    udpRoad,
    close: async () => {
      await browser.close()
      await phoneBrowser?.close()
      udpRoad?.close()
    },
  }
}
