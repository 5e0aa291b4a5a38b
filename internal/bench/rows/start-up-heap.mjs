/** What a loaded bundle keeps of the heap: `start-up-heap.mjs <file>`. Needs --expose-gc. → JSON. */
import { createRequire } from 'node:module'
import { heap } from '../measure/heap.mjs'
import { installPhone } from '../measure/phone.mjs'
import { silenceConsole } from '../measure/silence.mjs'

// One copy drowns in what Node does meanwhile; of many, each shows what it weighs.
const COPIES = 20
const require = createRequire(import.meta.url)
installPhone()
silenceConsole()
require(process.argv[2])

const copies = []
const before = heap()
for (let copy = 0; copy < COPIES; copy += 1) {
  for (const path of Object.keys(require.cache)) delete require.cache[path]
  copies.push(require(process.argv[2]))
}
process.stdout.write(`${JSON.stringify({ heapKB: (heap() - before) / 1024 / copies.length })}\n`)
process.exit(0)
