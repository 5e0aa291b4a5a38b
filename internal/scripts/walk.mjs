/**
 * `npm run walk`: which files of ours one frame and one tap pass through, in the order in which they are first entered.
 * The component is bundled with a mark at the start of each function, attached to a page of the bench's phone, and
 * brought to a ringing call. Then the seat accepts: from `wx.onMessage` to the bind event; and the customer mutes: from
 * the page's method to `setData`. What comes afterwards, such as the log and the recording, is listed beside it.
 * `-- --check` fails above the measure.
 */
import { createRequire } from 'node:module'
import { join, relative, resolve } from 'node:path'
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import ts from 'typescript'
import { installPhone, instanceOf } from '../bench/measure/phone.mjs'

const root = resolve(import.meta.dirname, '../..')
process.chdir(root)

/** What a reader has to open to follow it. */
const MOST = { frame: 12, tap: 14 }

const { factory } = ts

/** Marks every function of a file with the file's name. */
const marks = (file) => (context) => {
  const mark = () =>
    factory.createCallExpression(factory.createIdentifier('__entered'), undefined, [factory.createStringLiteral(file)])
  const marked = (body) =>
    ts.isBlock(body)
      ? factory.updateBlock(body, [factory.createExpressionStatement(mark()), ...body.statements])
      : factory.createParenthesizedExpression(factory.createComma(mark(), body))
  const visit = (node) => {
    const seen = ts.visitEachChild(node, visit, context)
    if (!ts.isFunctionLike(seen) || !seen.body) return seen
    const { body } = seen
    if (ts.isArrowFunction(seen)) {
      const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken } = seen
      return factory.updateArrowFunction(
        seen,
        ...[modifiers, typeParameters, parameters, type, equalsGreaterThanToken],
        marked(body),
      )
    }
    if (ts.isMethodDeclaration(seen)) {
      const { modifiers, asteriskToken, name, questionToken, typeParameters, parameters, type } = seen
      return factory.updateMethodDeclaration(
        seen,
        ...[modifiers, asteriskToken, name, questionToken, typeParameters, parameters, type],
        marked(body),
      )
    }
    if (ts.isFunctionDeclaration(seen)) {
      const { modifiers, asteriskToken, name, typeParameters, parameters, type } = seen
      return factory.updateFunctionDeclaration(
        seen,
        ...[modifiers, asteriskToken, name, typeParameters, parameters, type],
        marked(body),
      )
    }
    return seen
  }
  return (source) => ts.visitEachChild(source, visit, context)
}

const marking = {
  name: 'marking',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](lib|component)[\\/].*[.]ts$/ }, ({ path }) => {
      const file = relative(root, path).replaceAll('\\', '/')
      const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
      const transformers = { before: [marks(file)] }
      const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), { compilerOptions, transformers })
      return { contents: outputText, loader: 'js' }
    })
  },
}

const outfile = join(root, '.build/walk.cjs')
await build({
  stdin: {
    contents: "import './component/index'\nexport { login } from './lib/entries/login'",
    resolveDir: root,
  },
  outfile,
  bundle: true,
  platform: 'node',
  logLevel: 'warning',
  ignoreAnnotations: true,
  plugins: [marking],
})

let entered = new Set()
globalThis.__entered = (file) => void entered.add(file)

/** How many files had been entered when it was told, by what was told. */
let arrivals = {}
const arrives = (what) => void (arrivals[what] ??= entered.size)

/** The files that `happens` passes through until `what` arrives, and those of afterwards. */
const walk = async (happens, what) => {
  entered = new Set()
  arrivals = {}
  happens()
  await settled()
  if (arrivals[what] === undefined) throw new Error(`the call did not take place: there was no ${what}`)
  const files = [...entered]
  return { path: files.slice(0, arrivals[what]), beside: files.slice(arrivals[what]) }
}
const settled = () => new Promise((done) => setTimeout(done, 20))

const answer = { userId: 'customer', token: 'walk', expiresAt: Date.now() + 3_600_000 }
const request = ({ success }) => {
  success({ statusCode: 200, data: answer })
  return { abort: () => undefined }
}
const { sockets, components } = installPhone({ request })
const { login } = createRequire(import.meta.url)(outfile)
const [definition] = components
const { instance } = instanceOf(definition, { properties: { sdkAppId: '1400000001' }, onEvent: arrives })
const { setData } = instance
instance.setData = (...changes) => {
  arrives('setData')
  setData(...changes)
}
definition.lifetimes.created.call(instance)
definition.observers.sdkAppId.call(instance, '1400000001')
definition.lifetimes.attached.call(instance)
await login({ sdkAppId: '1400000001', jsCode: 'walk' })
await settled()

const [socket] = sockets
let n = 0
const says = (message) => socket.listeners.message({ data: JSON.stringify({ ...message, n: ++n, sessionId: 's1' }) })
const welcome = { linkId: 'L1', resumed: false, seen: 0, heartbeatMs: 10_000, windowMs: 30_000, time: Date.now() }
const seat = { seatId: '1001', name: 'Lin' }
socket.listeners.open()
socket.listeners.message({ data: JSON.stringify({ type: 'link/welcome', ...welcome }) })
void instance.startCall({ channelId: 'direct' })
await settled()
const { callId } = JSON.parse(socket.sent.find((frame) => frame.includes('call/start')))
const room = { kind: 'trtc', sdkAppId: 1400000001, roomId: 'r1', userId: 'customer', userSig: 'sig' }
says({ type: 'call/started', callId, room })
says({ type: 'call/ringing', seat })
await settled()

const walks = [
  ['accepted frame', MOST.frame, await walk(() => says({ type: 'call/accepted', seat }), 'accepted')],
  ['tap on mute', MOST.tap, await walk(() => instance.muteAudio(), 'setData')],
]
for (const [title, most, { path, beside }] of walks) {
  console.log(`one ${title}: ${path.length} files of at most ${most}, ${path.length > most ? 'missed' : 'met'}`)
  path.forEach((file, index) => console.log(`${String(index + 1).padStart(4)}  ${file}`))
  console.log(`      beside it: ${beside.join(', ')}\n`)
}
const isMissed = walks.some(([, most, { path }]) => path.length > most)
process.exit(isMissed && process.argv.includes('--check') ? 1 : 0)
