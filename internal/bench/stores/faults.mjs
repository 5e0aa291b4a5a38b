/**
 * `faults.mjs <candidate>`: what is left, and what is said, after what happens to a folder. Needs root for the full disk
 * and for the folder that may only be read. → JSON, one line for each fault.
 */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const [name, seed = '1'] = process.argv.slice(2)
const root = mkdtempSync(resolve('.build/store-faults-'))
const child = fileURLToPath(new URL('./child.mjs', import.meta.url))
let state = Number(seed)
const random = () => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
  return state / 2_147_483_648
}
const tell = (fault, outcome) => console.log(JSON.stringify({ name, fault, ...outcome }))

/** Commits until it is killed; the answer is the last commit that it said was kept. */
const killedAfter = (folder, ms, ...prefix) =>
  new Promise((done) => {
    const [program, ...args] = [...prefix, process.execPath, child, name, folder, 'write']
    const writer = spawn(program, args)
    let said = ''
    let wrong = ''
    writer.stdout.on('data', (text) => (said += text))
    writer.stderr.on('data', (text) => (wrong += text))
    writer.once('close', (code, signal) => {
      const lines = said.split('\n').slice(0, -1)
      done({
        last: Number(lines.at(-1) ?? 0),
        code,
        signal,
        words: wrong.split('\n').find((line) => /Error|fault/i.test(line)),
      })
    })
    if (ms > 0) writer.stdout.once('data', () => setTimeout(() => writer.kill('SIGKILL'), ms))
  })

/** What a process that opens the folder finds. */
const opened = (folder, ...prefix) => {
  const [program, ...args] = [...prefix, process.execPath, child, name, folder, 'read']
  const { status, signal, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 20_000 })
  if (status === 0) return JSON.parse(stdout)
  return {
    refused:
      stderr
        .split('\n')
        .find((line) => /Error|fault/i.test(line))
        ?.slice(0, 160) ?? '',
    signal,
  }
}

const newestFile = (folder) =>
  readdirSync(folder)
    .filter((file) => /jsonl$|\.log$|data\.mdb$/.test(file))
    .map((file) => join(folder, file))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]

// kill -9, one after another on the same folder
{
  const folder = join(root, 'killed')
  let lost = 0
  let half = 0
  for (let time = 0; time < 20; time += 1) {
    const { last } = await killedAfter(folder, 5 + random() * 120)
    const found = opened(folder)
    if (!(found.a >= last)) lost += 1
    if (found.a !== found.b) half += 1
  }
  tell('kill -9, 20 times', { lost, half })
}
// a power cut: what was not on the disk is cut off, or holes
for (const how of ['cut', 'zeros', 'noise in the middle']) {
  const outcomes = {}
  for (let time = 0; time < 12; time += 1) {
    const folder = join(root, `${how}-${time}`)
    const { last } = await killedAfter(folder, 60)
    const file = newestFile(folder)
    const { size } = statSync(file)
    if (how === 'cut') truncateSync(file, Math.max(0, size - 1 - Math.floor(random() * 3_000)))
    else {
      const bytes = readFileSync(file)
      const used = bytes.findLastIndex((byte) => byte !== 0)
      const at = how === 'zeros' ? Math.max(0, used - Math.floor(random() * 3_000)) : Math.floor(used / 2)
      bytes.fill(how === 'zeros' ? 0 : 7, at, how === 'zeros' ? bytes.length : at + 40)
      writeFileSync(file, bytes)
    }
    const found = opened(folder)
    const kind =
      'refused' in found
        ? `refused: ${found.signal ?? found.refused.replace(/\/\S+/g, '…')}`
        : found.a !== found.b
          ? 'half a commit'
          : found.a >= last
            ? 'all there'
            : how === 'noise in the middle' && found.a < last / 2 + 50
              ? 'goes on, half is lost without a word'
              : 'goes on without the last commits'
    outcomes[kind] = (outcomes[kind] ?? 0) + 1
  }
  tell(how, outcomes)
}
// a full disk
{
  const disk = join(root, 'disk')
  mkdirSync(disk)
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk])
  const folder = join(disk, 'state')
  const { last, words, signal } = await killedAfter(folder, 0)
  const whileFull = opened(folder)
  writeFileSync(join(root, 'kept'), '')
  cpSync(folder, join(root, 'full'), { recursive: true })
  spawnSync('umount', [disk])
  const found = opened(join(root, 'full'))
  tell('full disk', { last, words, signal, whileFull, withRoom: found.a >= last ? 'all there' : found })
}
// a folder that may only be read
{
  const folder = join(root, 'readonly')
  await killedAfter(folder, 40)
  spawnSync('chown', ['-R', 'nobody', folder])
  for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o400)
  chmodSync(folder, 0o500)
  spawnSync('chmod', ['755', root])
  tell('read-only', await killedAfter(folder, 300, 'setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'))
}
// two processes
{
  const folder = join(root, 'two')
  const first = killedAfter(folder, 1_500)
  await new Promise((wait) => setTimeout(wait, 700))
  tell('two processes', { second: opened(folder) })
  await first
}
// modes
{
  const folder = join(root, 'modes')
  await killedAfter(folder, 40)
  const modes = [folder, ...readdirSync(folder).map((file) => join(folder, file))]
  tell('modes', { open: modes.filter((path) => statSync(path).mode & 0o77).length, of: modes.length })
}
rmSync(root, { recursive: true })
