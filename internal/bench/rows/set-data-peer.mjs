/** Row e beside trtc-wx-sdk: `set-data-peer.mjs [reports]`, the latter with what the phone reports each second. → JSON. */
import { playMinute } from '../measure/minute.mjs'
import { peer } from '../measure/peer.mjs'
import { installPhone, instanceOf } from '../measure/phone.mjs'
import { silenceConsole } from '../measure/silence.mjs'
import { actorsOf, createPage } from '../peers/trtc-wx.mjs'

installPhone()
silenceConsole()
const { instance, told } = instanceOf({})
const page = createPage(peer('trtc-wx-sdk'), instance, process.argv[2] === 'reports')
const counted = await playMinute(actorsOf(page), told)
process.stdout.write(`${JSON.stringify(counted)}\n`)
process.exit(0)
