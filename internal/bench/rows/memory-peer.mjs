/** Row f beside a peer: `memory-peer.mjs <name> [clients]`, heap of a client. Needs --expose-gc. → JSON. */
import { heap } from '../measure/heap.mjs'
import { importPeer } from '../measure/peer.mjs'
import { installPhone } from '../measure/phone.mjs'
import { CLIENTS } from '../peers/clients.mjs'
import { installBrowser } from '../peers/jssip.mjs'
import { installSocket } from '../peers/sip-server.mjs'
import { silenceConsole } from '../measure/silence.mjs'

const [name, clients = '1000'] = process.argv.slice(2)
const count = Number(clients)
installPhone()
installBrowser()
installSocket({ wayMs: 0, seatMs: 0, talkMs: 0 })
silenceConsole()

const { package: from, of } = CLIENTS[name]
const module = from === 'rxjs' ? await import('rxjs') : from && (await importPeer(from))
const { create, connect, talk } = of(module)
const bring = async (client) => {
  await connect?.(client)
  await talk(client)
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 20))
const perClient = async (before) => {
  await pause()
  return Math.round((heap() - before) / count)
}

// What is made once, whoever asks first, is no client's.
await bring(create())
await pause()
const before = heap()
const kept = Array.from({ length: count }, create)
const createdBytes = await perClient(before)
if (connect) for (const client of kept) await connect(client)
const idleBytes = connect ? await perClient(before) : createdBytes
for (const client of kept) await talk(client)
const inCallBytes = await perClient(before)
process.stdout.write(`${JSON.stringify({ createdBytes, idleBytes, inCallBytes, clients: kept.length })}\n`)
process.exit(0)
