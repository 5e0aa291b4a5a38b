/** Row a: what peers weigh in an app, bundled and minified as CommonJS for ES2017, then gzip -9. Nothing is run. → JSON. */
import { bundle, RXJS_NAMES, weighFile } from '../measure/bundle.mjs'
import { isInstalled } from '../measure/peer.mjs'
import { loadedBy, modernCall, weighFiles } from '../../scripts/size/weigh.mjs'

const whole = (name) => `module.exports = require('${name}')`
/** A package of modules is smaller when it is not asked for as a whole. */
const names = (name) => `export * from '${name}'`
const PEERS = [
  { name: 'trtc-wx-sdk', what: 'media only' },
  { name: 'jssip', as: 'JsSIP' },
  { name: 'sip.js', as: 'SIP.js', contents: names },
  { name: 'xstate', what: 'state only', contents: names },
  { name: '@tencentcloud/chat', what: 'signalling only' },
  { name: '@tencentcloud/call-engine-wx', what: 'without its wasm' },
]

const weigh = async (name, contents, more) =>
  weighFile(await bundle(`weight ${name}`, contents, { target: 'es2017', ...more }))

const results = {
  'tccc-wx-sdk, ES5 as it ships': weighFiles(new Set([...loadedBy('index.js'), ...loadedBy('login/index.js')])),
  'tccc-wx-sdk, ES2018, without templates': await modernCall(),
  'RxJS, 26 names': await weigh('rxjs', `export { ${RXJS_NAMES} } from 'rxjs'`, { conditions: ['es2015'] }),
}
const absent = []
const notBundled = []
for (const { name, as = name, what, contents = whole } of PEERS) {
  if (!isInstalled(name)) {
    absent.push(name)
    continue
  }
  try {
    results[what ? `${as}, ${what}` : as] = await weigh(name, contents(name))
  } catch (error) {
    notBundled.push({ name, why: error.message.split('\n').at(-1) })
  }
}
console.log(JSON.stringify({ results, absent, notBundled }))
