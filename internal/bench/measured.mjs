/** Every row, ours and, unless it is a short run, the peers that are installed. */
import { isInstalled } from './measure/peer.mjs'
import { row } from './measure/row.mjs'
import { summary } from './measure/statistics.mjs'
import { CLIENTS } from './peers/clients.mjs'

/** The first 200 messages of fresh processes: eight calls, one block, nothing warm. */
const coldRatios = (processes, name, ...more) => {
  const runs = Array.from({ length: processes }, () => row(name, [8, 1, ...more]).results)
  const describe = (name) => [name, summary(runs.map((results) => results[name].median))]
  return { results: Object.fromEntries(Object.keys(runs[0]).map(describe)) }
}

const where = (names, measure) =>
  Object.fromEntries(Object.entries(names).flatMap(([name, of]) => (of ? [[name, measure(name, of)]] : [])))

const tripsBeside = () => {
  const [jssip, sipJs] = [isInstalled('jssip') && 'jssip', isInstalled('sip.js') && 'sip.js']
  const phones = {
    JsSIP: jssip && [jssip],
    'JsSIP with digest': jssip && [jssip, 'digest'],
    'SIP.js': sipJs && [sipJs],
    'SIP.js with digest': sipJs && [sipJs, 'digest'],
  }
  return where(phones, (_, args) => row('round-trips-peer', args))
}

const setDataBeside = () => {
  const isThere = isInstalled('trtc-wx-sdk')
  const pages = { 'trtc-wx-sdk': isThere && [], 'trtc-wx-sdk with net and volume': isThere && ['reports'] }
  return where(pages, (_, args) => row('set-data-peer', args))
}

const memoryBeside = () => {
  const isThere = ({ package: from }) => !from || from === 'rxjs' || isInstalled(from)
  const there = Object.entries(CLIENTS).map(([name, client]) => [
    name,
    isThere(client) && (client.isSlow ? 1_000 : 5_000),
  ])
  return where(Object.fromEntries(there), (name, clients) => row('memory-peer', [name, clients], ['--expose-gc']))
}

const rows = (isShort, peers) => ({
  startUp: row('start-up', [isShort ? 15 : 25, peers]),
  warm: row('message', [150, isShort ? 40 : 200, peers]),
  jitless: row('message', [60, isShort ? 20 : 60, peers], ['--jitless']),
  cold: coldRatios(isShort ? 5 : 15, 'message', peers),
  attachedWarm: row('attached', [50, isShort ? 20 : 60]),
  attachedJitless: row('attached', [20, isShort ? 10 : 30], ['--jitless']),
  attachedCold: coldRatios(isShort ? 5 : 15, 'attached'),
  trips: row('round-trips'),
  setData: row('set-data'),
  memory: row('memory', isShort ? [500, 30_000] : [2_000, 100_000], ['--expose-gc']),
})

export const measureAll = (isShort) => {
  if (isShort) return rows(true, 'alone')
  const beside = { trips: tripsBeside(), setData: setDataBeside(), memory: memoryBeside() }
  return { weight: row('weight'), ...rows(false, 'peers'), beside, load: row('call-centre') }
}
