/** `child.mjs <candidate> <folder> write|read`: commits without end, and says which are kept; or says what it finds. */
import { candidates } from './candidates.mjs'

const [name, folder, what] = process.argv.slice(2)
const store = await candidates[name](folder)
if (what === 'read') {
  console.log(JSON.stringify({ a: store.kept.get('a')?.n ?? 0, b: store.kept.get('b')?.n ?? 0 }))
  await store.close()
} else {
  for (let n = (store.kept.get('a')?.n ?? 0) + 1; ; n += 1) {
    const text = 'x'.repeat(n % 700)
    await store.commit([
      ['a', { n, text }],
      ['b', { n, text }],
    ])
    console.log(n)
  }
}
