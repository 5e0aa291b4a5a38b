/** For `npm run fuzz:faults`: prints what the first story breaks that breaks anything, and goes on no further. */
import { firstBroken } from '../suite'
import { prepare } from './play-whole'
import { wholeSuite } from './suite'

const [seed = 1, stories = 1] = process.argv.slice(2).map(Number)

const seek = async (): Promise<void> => {
  await prepare()
  const broken = firstBroken(wholeSuite, seed, stories)
  console.log(broken ?? '')
}

void seek()
