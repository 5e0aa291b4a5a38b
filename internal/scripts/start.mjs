/**
 * Builds when a source is newer than the build, then is the call centre: `npm start -- --once`. With
 * `--program <folder>` the phone runs the mini program of that folder, and the package that is installed there.
 */
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { buildIfStale, centre } from './build-if-stale.mjs'
import { buildPhoneOf } from './build-phone.mjs'

buildIfStale()
if (process.argv.includes('--help')) {
  console.log(
    'npm start -- --program <folder> runs the mini program of that folder in the phone. The other options are of\n',
  )
}
const at = process.argv.indexOf('--program')
if (at > 0) {
  const phone = await buildPhoneOf(process.argv[at + 1] ?? '').catch(({ message }) => {
    console.error(message)
    process.exit(2)
  })
  process.argv.splice(at, 2, '--serve', `/phone/=${phone}`)
}
createRequire(import.meta.url)(resolve(centre))
